/** Arrays of boxes. */
package small.boxes;

public final class BoxedArrays {
    static Integer[] boxes = new Integer[4];

    public static void main(String[] arguments) {
        for (int i = 0; i < boxes.length; i++) {
            boxes[i] = i * 100;
        }
        int sum = 0;
        for (int x : boxes) {
            sum += x;
        }
        System.out.println(sum); //= 600
        Number[] numbers = {1, 2L, (short) 3, (byte) 4};
        long total = 0;
        for (Number n : numbers) {
            total += n.longValue();
        }
        System.out.println(total); //= 10
    }
}
