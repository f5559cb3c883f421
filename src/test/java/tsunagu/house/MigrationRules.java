package tsunagu.house;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * While a deployment lasts, the release before works on the database that the new one has migrated. So a migration may
 * add what that release need not know, and nothing else; what it drops or renames must have been unused for a release.
 */
final class MigrationRules {
    private static final String TABLE = "(?:if (?:not )?exists )?(?<table>\\w+)";

    private static final Pattern CREATE_TABLE = Pattern.compile("create table " + TABLE + " ?\\((?<body>.*)\\)");
    private static final Pattern CREATE_INDEX =
            Pattern.compile("create (?<unique>unique )?index (?:if not exists )?\\w+ on (?<table>\\w+) ?\\(.*");
    private static final Pattern ALTER_TABLE = Pattern.compile("alter table " + TABLE + " (?<actions>.*)");
    private static final Pattern DROP_TABLE = Pattern.compile("drop table " + TABLE + ".*");
    private static final Pattern HARMLESS = Pattern.compile(
            "(drop index|create sequence|comment on|insert into|update|(create or replace|create) view) .*");

    private static final Pattern ADD_COLUMN = Pattern.compile(
            "add (?:column )?(?:if not exists )?(?!constraint\\b|unique\\b|primary\\b|foreign\\b|check\\b)"
                    + "(?<column>\\w+) (?<type>.*)");
    private static final Pattern SET_DEFAULT = Pattern.compile("alter (?:column )?\\w+ set (default|cache) .*");
    private static final Pattern SET_TYPE =
            Pattern.compile("alter (?:column )?(?<column>\\w+) (?:set data )?type (?<type>.*)");
    private static final Pattern OF_A_COLUMN = Pattern.compile(
            "(?:drop|alter|rename) (?:column )?(?:if exists )?(?<column>(?!to\\b|constraint\\b)\\w+).*");

    /** Between the parts of a table or a statement; not within a type such as {@code numeric(9, 2)}. */
    private static final Pattern COMMA = Pattern.compile(", ?(?![^()]*\\))");

    private static final Pattern LENGTH = Pattern.compile("varchar ?\\((\\d+)\\).*");

    private final Predicate<String> used;
    private final Map<String, Integer> releases;
    private final Map<String, String> types = new HashMap<>();
    private final List<String> breaches = new ArrayList<>();

    private Migration migration;
    private Set<String> made;

    private MigrationRules(Map<String, Integer> releases, Predicate<String> used) {
        this.releases = releases;
        this.used = used;
    }

    /**
     * What would hurt the release before, each with the name of its file.
     *
     * @param migrations all, in their order
     * @param releases and the last migration of each; what was released is not judged
     * @param used whether the sources still speak of a table, or of {@code table.column}
     */
    static List<String> breaches(List<Migration> migrations, Map<String, Integer> releases, Predicate<String> used) {
        var rules = new MigrationRules(releases, used);
        int released = releases.values().stream().max(Integer::compare).orElse(0);
        migrations.forEach(each -> rules.judge(each, each.version() > released));
        return rules.breaches;
    }

    private void judge(Migration judged, boolean isNew) {
        migration = judged;
        made = new HashSet<>();
        int before = breaches.size();
        judged.statements().forEach(this::judge);
        judged.contracts().forEach(this::judge);
        if (!isNew) breaches.subList(before, breaches.size()).clear();
    }

    private void judge(String statement) {
        Matcher table = CREATE_TABLE.matcher(statement);
        Matcher index = CREATE_INDEX.matcher(statement);
        Matcher altered = ALTER_TABLE.matcher(statement);
        Matcher dropped = DROP_TABLE.matcher(statement);
        if (table.matches()) {
            made.add(table.group("table"));
            for (String column : COMMA.split(table.group("body").strip())) remember(table.group("table"), column);
        } else if (index.matches()) {
            if (index.group("unique") != null) refuse(index.group("table"), statement, "may refuse what it writes");
        } else if (altered.matches()) {
            for (String action : COMMA.split(altered.group("actions")))
                alter(altered.group("table"), action.strip(), statement);
        } else if (dropped.matches()) {
            refuse(dropped.group("table"), statement, "takes away what it reads");
        } else if (!HARMLESS.matcher(statement).matches()) {
            refuse("", statement, "is not known to leave it alone");
        }
    }

    private void alter(String table, String action, String statement) {
        Matcher added = ADD_COLUMN.matcher(action);
        Matcher typed = SET_TYPE.matcher(action);
        Matcher column = OF_A_COLUMN.matcher(action);
        if (added.matches()) {
            String type = added.group("type");
            remember(table, added.group("column") + " " + type);
            boolean filled = type.contains(" default ") || type.contains(" generated ") || type.contains("serial");
            if (type.contains("not null") && !filled)
                refuse(table + "." + added.group("column"), statement, "asks for a value it does not write");
        } else if (typed.matches()) {
            String name = table + "." + typed.group("column");
            if (!isWider(types.get(name), typed.group("type"))) refuse(name, statement, "may not hold what it writes");
            types.put(name, typed.group("type"));
        } else if (!SET_DEFAULT.matcher(action).matches()) {
            String what = column.matches() ? table + "." + column.group("column") : table;
            refuse(what, statement, "takes away, renames or narrows what it uses");
        }
    }

    private void remember(String table, String column) {
        String[] words = column.strip().split(" ", 2);
        if (words.length == 2) types.put(table + "." + words[0], words[1]);
    }

    private static boolean isWider(String before, String after) {
        if (before == null) return false;
        if (before.matches("int(eger)?\\b.*") && after.equals("bigint")) return true;
        OptionalInt least = length(before);
        if (least.isEmpty()) return false;
        return after.equals("text") || length(after).stream().anyMatch(length -> length >= least.getAsInt());
    }

    private static OptionalInt length(String type) {
        Matcher length = LENGTH.matcher(type);
        return length.matches() ? OptionalInt.of(Integer.parseInt(length.group(1))) : OptionalInt.empty();
    }

    /** Unless the release before cannot know it, or the file says that it has done without it. */
    private void refuse(String what, String statement, String why) {
        String table = what.split("\\.", 2)[0];
        boolean given = migration.contracts().stream()
                .map(Migration.Contract::what)
                .anyMatch(each -> each.equals(what) || each.equals(table));
        if (made.contains(table) || given) return;
        breaches.add(migration.file() + ": \"" + statement + "\" " + why + ", the release before");
    }

    private void judge(Migration.Contract contract) {
        Optional<String> problem = !releases.containsKey(contract.release())
                ? Optional.of("release " + contract.release() + " is none that releases.txt lists")
                : used.test(contract.what()) ? Optional.of("the sources still speak of it") : Optional.empty();
        problem.ifPresent(why -> breaches.add(migration.file() + ": contract of " + contract.what() + ": " + why));
    }
}
