/** Enums with fields, constructors and methods. */
package small.enums;

public final class EnumFields {
    enum Planet {
        EARTH(5972, 6371), MARS(641, 3389), MOON(73, 1737);

        private static final int FACTOR = 1000;
        final int mass;
        final int radius;

        Planet(int mass, int radius) {
            this.mass = mass;
            this.radius = radius;
        }

        long density() {
            return (long) mass * FACTOR * FACTOR / radius;
        }

        static Planet heaviest() {
            Planet best = null;
            for (Planet p : values()) {
                best = best == null || p.mass > best.mass ? p : best;
            }
            return best;
        }
    }

    public static void main(String[] arguments) {
        for (Planet planet : Planet.values()) {
            System.out.println(planet + " " + planet.density());
            //= EARTH 937372
            //= MARS 189141
            //= MOON 42026
        }
        System.out.println(Planet.heaviest()); //= EARTH
    }
}
