/** Arrays of objects start with null and keep references. */
package small.arrays;

public final class ObjectArrays {
    public static void main(String[] arguments) {
        String[] names = new String[3];
        System.out.println(names[0] + " " + names.length); //= null 3
        names[1] = "x";
        Object[] objects = names;
        System.out.println(objects[1]); //= x
        Object[] mixed = {"text", 5, null, names};
        System.out.println(mixed[0] + " " + mixed[1] + " " + mixed[2] + " " + (mixed[3] == names)); //= text 5 null true
    }
}
