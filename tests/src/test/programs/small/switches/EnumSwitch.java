/** A switch on an enum. */
package small.switches;

public final class EnumSwitch {
    enum Direction { NORTH, EAST, SOUTH, WEST }

    static Direction right(Direction d) {
        switch (d) {
            case NORTH:
                return Direction.EAST;
            case EAST:
                return Direction.SOUTH;
            case SOUTH:
                return Direction.WEST;
            default:
                return Direction.NORTH;
        }
    }

    public static void main(String[] arguments) {
        Direction d = Direction.NORTH;
        for (int i = 0; i < 5; i++) {
            d = right(d);
            System.out.println(d);
            //= EAST
            //= SOUTH
            //= WEST
            //= NORTH
            //= EAST
        }
    }
}
