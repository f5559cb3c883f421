package tsunagu.knowledge;
public record Scope(java.util.Optional<String> municipality, boolean strict) {
    public static Scope preferring(String m) { return new Scope(java.util.Optional.of(m), false); }
    public static Scope only(String m) { return new Scope(java.util.Optional.of(m), true); }
}
