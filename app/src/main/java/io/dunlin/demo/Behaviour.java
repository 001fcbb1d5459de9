package io.dunlin.demo;

import java.util.random.RandomGenerator;

/** How a customer pays. */
enum Behaviour {
    GOOD(45),
    USUAL(25),
    LATE(15),
    /** Pays later every month. */
    WORSENING(8),
    /** Leaves one invoice in six unpaid for good. */
    DISPUTES(7),
    /** Has paid nothing for five months. Given to one group, never drawn. */
    INSOLVENT(0);

    /** Days before today since when the insolvent group has paid nothing. */
    static final int STOPPED = 150;

    private final int percent;

    Behaviour(int percent) {
        this.percent = percent;
    }

    static Behaviour draw(RandomGenerator chance) {
        var left = chance.nextInt(100);
        for (var behaviour : values()) {
            left -= behaviour.percent;
            if (left < 0) {
                return behaviour;
            }
        }
        return USUAL;
    }

    /**
     * Days from the due date to the payment.
     *
     * @param age days from the issue of the item until today, at most 730
     */
    int delay(int age, RandomGenerator chance) {
        return switch (this) {
            case GOOD -> chance.nextInt(-4, 5);
            case USUAL -> chance.nextInt(-2, 26);
            case LATE -> chance.nextInt(20, 80);
            case WORSENING -> (730 - age) / 9 + chance.nextInt(0, 12);
            case DISPUTES -> chance.nextInt(0, 30);
            case INSOLVENT -> chance.nextInt(5, 45);
        };
    }

    boolean neverPays(RandomGenerator chance) {
        return this == DISPUTES && chance.nextInt(6) == 0;
    }
}
