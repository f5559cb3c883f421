package tsunagu.keeping.backup;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What a column holds, whatever an engine calls it, and how a value of it is read back from JSON. */
enum Kind {
    TEXT("character varying", "varchar", "text", "character large object", "character", "bpchar"),
    NUMBER("integer", "bigint", "smallint", "int2", "int4", "int8", "serial", "bigserial"),
    DECIMAL("numeric", "decimal", "decfloat"),
    REAL("double precision", "float8", "real", "float4"),
    BOOLEAN("boolean", "bool"),
    MOMENT("timestamp with time zone", "timestamptz"),
    DAY("date"),
    ID("uuid"),
    BYTES("binary varying", "bytea", "binary large object");

    private final List<String> names;

    Kind(String... names) {
        this.names = List.of(names);
    }

    /** By the name of its type in H2 or PostgreSQL. */
    static Optional<Kind> find(String type) {
        String name = type.toLowerCase(Locale.ROOT);
        for (Kind kind : values()) if (kind.names.contains(name)) return Optional.of(kind);
        return Optional.empty();
    }

    /**
     * The value as a statement takes it; null for an empty one.
     *
     * @throws IllegalArgumentException or another runtime exception, where it is none of this kind
     */
    Object parse(JsonNode json) {
        if (json.isNull()) return null;
        return switch (this) {
            // PostgreSQL keeps no zero in a text.
            case TEXT -> text(json).replace("\0", "");
            case NUMBER -> number(json);
            case DECIMAL -> new BigDecimal(text(json));
            case REAL -> json.isNumber() ? json.doubleValue() : refuse(json);
            case BOOLEAN -> json.isBoolean() ? json.booleanValue() : refuse(json);
            case MOMENT -> Instant.parse(text(json)).atOffset(ZoneOffset.UTC);
            case DAY -> LocalDate.parse(text(json));
            case ID -> UUID.fromString(text(json));
            case BYTES -> Base64.getDecoder().decode(text(json));
        };
    }

    private static String text(JsonNode json) {
        return json.isTextual() ? json.textValue() : (String) refuse(json);
    }

    private static Object number(JsonNode json) {
        return json.isIntegralNumber() && json.canConvertToLong() ? json.longValue() : refuse(json);
    }

    private static Object refuse(JsonNode json) {
        throw new IllegalArgumentException("not what the column holds: " + json.getNodeType());
    }
}
