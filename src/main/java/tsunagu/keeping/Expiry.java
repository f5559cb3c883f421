package tsunagu.keeping;

import java.util.Map;

/**
 * What a room keeps for a limited time. A room makes a bean of it; it is asked every ten minutes, on every copy, and
 * what went is shown to administrators. What has expired must not be read even before it is deleted.
 */
public interface Expiry {

    /** Deletes what has expired; how many, by what clerks call it: {@code {"未回答の質問": 3}}. Kinds of none too. */
    Map<String, Long> deleteExpired();
}
