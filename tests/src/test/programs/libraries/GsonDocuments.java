/** Gson: trees and streams of JSON are read, changed and written. */
package libraries;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;

public final class GsonDocuments {
    private static final String TEXT = """
            {"name": "peaberry", "version": 3, "ratio": 1.42e0, "big": 123456789012345678901234567890, "nothing": null,
             "tags": ["a", "b\\u00e9\\n", "\\ud83d\\ude00", true, false, -0.0, 1e-7],
             "nested": {"deep": {"deeper": [[], {}, [[[1]]]]}}}""";
    private static final String[] BROKEN = {"{\"a\":", "[1,2", "{\"a\" 1}", "nul", "[1 2]", "{'a': 01}", "\"\\u12g4\"", "[1]]", ""};

    private static int depth(JsonElement element) {
        int deepest = 0;
        if (element.isJsonArray()) {
            for (JsonElement child : element.getAsJsonArray()) {
                deepest = Math.max(deepest, depth(child));
            }
            return deepest + 1;
        }
        if (element.isJsonObject()) {
            for (Map.Entry<String, JsonElement> entry : element.getAsJsonObject().entrySet()) {
                deepest = Math.max(deepest, depth(entry.getValue()));
            }
            return deepest + 1;
        }
        return 0;
    }

    private static void tree() {
        JsonObject root = JsonParser.parseString(TEXT).getAsJsonObject();
        System.out.println(root + " " + depth(root) + " " + root.size());
        System.out.println(root.get("ratio").getAsDouble() + " " + root.get("big").getAsBigInteger().bitLength() + " " + root.get("version").getAsInt());
        JsonArray squares = new JsonArray();
        for (int i = 0; i < 20; i++) {
            squares.add(new JsonPrimitive(i * i));
            squares.add(i / 7.0);
        }
        root.add("squares", squares);
        root.remove("nested");
        root.addProperty("quote", "\"<&>'\u2028");
        System.out.println(root);
        System.out.println(root.deepCopy().equals(root) + " " + JsonParser.parseString(root.toString()).equals(root));
    }

    private static void stream() throws IOException {
        StringBuilder large = new StringBuilder("[");
        for (int i = 0; i < 3000; i++) {
            large.append(i == 0 ? "" : ",").append("{\"id\":").append(i).append(",\"value\":\"").append(Integer.toHexString(i * 7919)).append("\",\"half\":").append(i / 2.0).append('}');
        }
        large.append(']');
        JsonReader reader = new JsonReader(new StringReader(large.toString()));
        Map<String, Integer> seen = new TreeMap<>();
        double sum = 0;
        reader.beginArray();
        while (reader.hasNext()) {
            reader.beginObject();
            while (reader.peek() != JsonToken.END_OBJECT) {
                switch (reader.nextName()) {
                    case "half" -> sum += reader.nextDouble();
                    case "value" -> seen.merge(reader.nextString().substring(0, 1), 1, Integer::sum);
                    default -> reader.skipValue();
                }
            }
            reader.endObject();
        }
        reader.endArray();
        System.out.println(sum + " " + seen);
    }

    private static void write() throws IOException {
        StringWriter text = new StringWriter();
        JsonWriter writer = new JsonWriter(text);
        writer.setIndent("  ");
        writer.beginObject().name("a").value(1).name("b").beginArray().value(true).nullValue().value("x\ty").value(2.5).endArray().endObject();
        writer.close();
        System.out.println(text);
    }

    public static void main(String[] arguments) throws IOException {
        tree();
        stream();
        write();
        for (String broken : BROKEN) {
            try {
                System.out.println(broken + " -> " + JsonParser.parseString(broken));
            } catch (JsonParseException e) {
                System.out.println(broken + " -> " + e.getClass().getName() + " " + e.getMessage());
            }
        }
    }
}
