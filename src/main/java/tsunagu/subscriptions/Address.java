package tsunagu.subscriptions;

/**
 * How a resident is reached. Kept only while they want to hear of something, and never without being encrypted; what
 * {@code toString} gives tells nothing of it.
 *
 * @param channel the name of the LINE account, as in the settings
 * @param user the user id of LINE's, which only that account's provider knows
 */
public record Address(String channel, String user) {
    public Address {
        if (channel.isBlank() || user.isBlank()) throw new IllegalArgumentException("an address has both its parts");
    }

    @Override
    public String toString() {
        return "Address[…]";
    }
}
