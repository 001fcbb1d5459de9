package io.dunlin.tenancy.signin;

import io.dunlin.kernel.Rejected;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Which passwords are good enough, and how they are hashed (Argon2id). */
@Component
public class Passwords {
    private static final int SHORTEST = 9;
    private static final int LONGEST = 128;

    private final PasswordEncoder argon = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final String nobodys = String.valueOf(argon.encode("nobody has this password"));
    // Each hash takes 16 MiB and a core: a flood of sign-ins waits here instead of taking the machine down.
    private final Semaphore turns =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    /** Refuses a password that is too short, too long, or without a letter or a digit, and two that differ. */
    public void check(String password, String repeated) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new Rejected("tenancy.rejected.password_length", SHORTEST, LONGEST);
        }
        if (password.chars().noneMatch(Character::isLetter) || password.chars().noneMatch(Character::isDigit)) {
            throw new Rejected("tenancy.rejected.password_characters");
        }
        if (!password.equals(repeated)) {
            throw new Rejected("tenancy.rejected.passwords_differ");
        }
    }

    public String hash(String password) {
        return inTurn(() -> String.valueOf(argon.encode(password)));
    }

    /** Takes the same time whether there is a hash or not, so that an answer's time does not tell who has an account. */
    public boolean matches(String password, @Nullable String hash) {
        if (password.length() > LONGEST) {
            return false;
        }
        return inTurn(() -> argon.matches(password, hash == null ? nobodys : hash)) && hash != null;
    }

    private <T> T inTurn(java.util.function.Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
