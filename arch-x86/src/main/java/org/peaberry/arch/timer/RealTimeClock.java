/** The battery-backed clock of a PC. Motorola MC146818A data sheet; ACPI specification 6.5, table 5.9 (CENTURY). */
package org.peaberry.arch.timer;

import org.peaberry.arch.cpu.Processor;
import org.peaberry.runtime.annotation.BootOnly;

/** Takes it to show UTC, as Xen does. */
@BootOnly
public final class RealTimeClock {
    private static final int INDEX = 0x70;
    private static final int DATA = 0x71;
    private static final int SECONDS = 0x00;
    private static final int MINUTES = 0x02;
    private static final int HOURS = 0x04;
    private static final int DAY = 0x07;
    private static final int MONTH = 0x08;
    private static final int YEAR = 0x09;
    private static final int STATUS_A = 0x0A;
    private static final int STATUS_B = 0x0B;
    private static final int UPDATE_IN_PROGRESS = 1 << 7;
    private static final int BINARY = 1 << 2;
    private static final int TWENTY_FOUR_HOURS = 1 << 1;
    private static final int AFTERNOON = 1 << 7;
    private static final int NIBBLE_BITS = 4;
    private static final int NIBBLE_MASK = 0xf;
    private static final int HALF_DAY = 12;
    private static final int CENTURY_TURN = 70;
    private static final int THIS_CENTURY = 2000;
    private static final int LAST_CENTURY = 1900;
    private static final int PATIENCE = 100_000;

    private static final long SECONDS_A_MINUTE = 60;
    private static final long SECONDS_AN_HOUR = 3600;
    private static final long SECONDS_A_DAY = 86_400;

    private static final int MARCH = 3;
    private static final int MONTHS_A_YEAR = 12;
    /** From March on five months have 153 days, again and again. */
    private static final int DAYS_OF_FIVE_MONTHS = 153;
    private static final int FIVE_MONTHS = 5;
    private static final long DAYS_A_YEAR = 365;
    private static final int LEAP_CYCLE = 400;
    /** Days from 0000-03-01 to 1970-01-01. */
    private static final long DAYS_BEFORE_1970 = 719_468;

    private RealTimeClock() {
    }

    /** Seconds since 1970-01-01 00:00 UTC; two equal readings rule out one torn by an update. */
    public static long seconds() {
        long before = readOnce();
        long now = readOnce();
        while (now != before) {
            before = now;
            now = readOnce();
        }
        return now;
    }

    private static long readOnce() {
        for (int i = 0; i < PATIENCE && (register(STATUS_A) & UPDATE_IN_PROGRESS) != 0; i++) {
            Processor.pause();
        }
        int format = register(STATUS_B);
        int year = number(register(YEAR), format);
        int fullYear = year + (year < CENTURY_TURN ? THIS_CENTURY : LAST_CENTURY);
        long days = daysSince1970(fullYear, number(register(MONTH), format), number(register(DAY), format));
        return days * SECONDS_A_DAY + hour(register(HOURS), format) * SECONDS_AN_HOUR
                + number(register(MINUTES), format) * SECONDS_A_MINUTE + number(register(SECONDS), format);
    }

    private static long hour(int raw, int format) {
        if ((format & TWENTY_FOUR_HOURS) != 0) {
            return number(raw, format);
        }
        int hour = number(raw & ~AFTERNOON, format) % HALF_DAY;
        return (raw & AFTERNOON) != 0 ? hour + HALF_DAY : hour;
    }

    private static int number(int raw, int format) {
        return (format & BINARY) != 0 ? raw : (raw >>> NIBBLE_BITS) * 10 + (raw & NIBBLE_MASK);
    }

    /** Days of the Gregorian calendar, counting years from March so that a leap day is a year's last. */
    static long daysSince1970(int year, int month, int day) {
        int marchYear = month >= MARCH ? year : year - 1;
        int marchMonth = month >= MARCH ? month - MARCH : month + MONTHS_A_YEAR - MARCH;
        int dayOfYear = (DAYS_OF_FIVE_MONTHS * marchMonth + 2) / FIVE_MONTHS + day - 1;
        return DAYS_A_YEAR * marchYear + marchYear / 4 - marchYear / 100 + marchYear / LEAP_CYCLE + dayOfYear - DAYS_BEFORE_1970;
    }

    private static int register(int index) {
        Processor.outByte(INDEX, index);
        return Processor.inByte(DATA);
    }
}
