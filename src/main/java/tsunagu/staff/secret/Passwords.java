package tsunagu.staff.secret;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Passwords as Argon2id hashes that carry their own salt and parameters. One takes about a tenth of a second of one
 * core and 19 MiB; no more than two are worked on at once, so that guessing cannot starve residents.
 */
@Singleton
public class Passwords {
    private static final int MEMORY_KIB = 19_456;
    private static final int ITERATIONS = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int AT_ONCE = 2;

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /** At most 200 characters. */
    public String hash(String password) {
        return inTurn(() -> Password.hash(password)
                .addRandomSalt(SALT_BYTES)
                .with(function())
                .getResult());
    }

    /** Once it is made, its 19 MiB stay: no copy needs them before somebody signs in. */
    private static Argon2Function function() {
        return Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, LANES, HASH_BYTES, Argon2.ID);
    }

    public boolean matches(String password, String hash) {
        return inTurn(() -> Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    /** Takes as long as {@link #matches}, so that the time does not tell which accounts there are. */
    public void pretend(String password) {
        hash(password);
    }

    private <T> T inTurn(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
