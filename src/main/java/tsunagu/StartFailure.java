package tsunagu;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.core.naming.NameUtils;
import io.micronaut.core.util.StringUtils;
import java.net.BindException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/**
 * Says in one Japanese sentence why a start failed and what to do. A room says it itself by throwing an exception whose
 * message is such a sentence: the innermost Japanese message is what is shown.
 */
final class StartFailure {
    private static final int H2_DATABASE_ALREADY_OPEN = 90020;

    private static final String DETAILS = "LOGGER_LEVELS_TSUNAGU";

    private static final Pattern JAPANESE = Pattern.compile("[ぁ-んァ-ヶ一-鿿]");

    private static final Pattern WRONG_TYPE = Pattern.compile("Error resolving property value \\[(?<key>.+?)]\\. "
            + "Unable to convert value \\[(?<value>.*?)] to target type \\[(?<type>.+?)]");

    private static final Pattern AGAINST_A_RULE = Pattern.compile(
            "constraint violations:\\[\\s+\\S+\\.(?<name>\\w+) - (?<rule>.+?)\\s*\\n"
                    + ".*?(ConfigurationProperties|EachProperty)\\(\"(?<prefix>[^\"]+)\"\\)",
            Pattern.DOTALL);

    private static final Pattern NO_VALUE =
            Pattern.compile("Error resolving property value \\[(.+?)]\\. Property doesn't exist");

    private static final Pattern NO_PLACEHOLDER = Pattern.compile("Could not resolve placeholder \\$\\{(.+?)}");

    private final String settingsFile;
    private final Optional<Environment> environment;

    /**
     * @param settingsFile as messages name it
     * @param environment the settings that were read, absent where reading them failed
     */
    StartFailure(String settingsFile, Optional<Environment> environment) {
        this.settingsFile = settingsFile;
        this.environment = environment;
    }

    /**
     * Prints the sentence to {@code System.err}, and the whole failure to the log if that is to be detailed.
     *
     * @return the exit code
     */
    static int print(Throwable failure) {
        // A context that failed has forgotten its settings, so they are read once more.
        try (var context = ApplicationContext.builder().build()) {
            var failed = new StartFailure(
                    Settings.file().shownAs(),
                    Optional.of(context.getEnvironment().start()));
            System.err.println(failed.explain(failure));
        } catch (RuntimeException unreadable) {
            System.err.println(new StartFailure(Settings.file().shownAs(), Optional.empty()).explain(failure));
        }
        if ("DEBUG".equalsIgnoreCase(System.getenv(DETAILS))) {
            LoggerFactory.getLogger(StartFailure.class).error("The start failed", failure);
        }
        return 1;
    }

    /** One sentence, without a line break. */
    String explain(Throwable failure) {
        Deque<Throwable> innermostFirst = new ArrayDeque<>();
        for (Throwable cause = failure; cause != null && !innermostFirst.contains(cause); cause = cause.getCause()) {
            innermostFirst.push(cause);
        }
        return innermostFirst.stream()
                .flatMap(cause -> explainOne(cause).stream())
                .findFirst()
                .or(() -> innermostFirst.stream()
                        .flatMap(cause -> japanese(cause).stream())
                        .findFirst())
                .orElseGet(() -> unknown(innermostFirst.peek()))
                .replaceAll("\\s*\\R\\s*", " ");
    }

    private Optional<String> explainOne(Throwable cause) {
        return switch (cause) {
            case WrongSettings wrong -> Optional.of(wrong.getMessage());
            case BindException _ -> Optional.of(portInUse());
            case SQLException sql -> database(sql);
            default -> wrongValue(String.valueOf(cause.getMessage()));
        };
    }

    private static String expected(String type) {
        return switch (type) {
            case "Duration" -> "24h や 90d のような期間";
            case "LocalTime" -> "09:00 のような時刻";
            case "URI", "URL" -> "https:// で始まるアドレス";
            case "boolean", "Boolean" -> "true か false";
            case "int", "Integer", "long", "Long", "double", "Double", "float", "Float" -> "数字";
            default -> "この設定に合う値";
        };
    }

    private Optional<String> wrongValue(String message) {
        Matcher wrong = WRONG_TYPE.matcher(message);
        if (wrong.find()) {
            return Optional.of("設定の誤り: " + place(wrong.group("key")) + "が「" + wrong.group("value") + "」です。"
                    + expected(wrong.group("type")) + "を書いてください。");
        }
        Matcher rule = AGAINST_A_RULE.matcher(message);
        if (rule.find()) {
            String key = rule.group("prefix") + "." + NameUtils.hyphenate(rule.group("name"));
            return Optional.of("設定の誤り: " + place(key) + "が「" + setting(key, "") + "」では使えません（" + rule.group("rule")
                    + "）。書き直してください。");
        }
        Matcher value = NO_VALUE.matcher(message);
        if (value.find()) return Optional.of("設定の誤り: " + settingsFile + " に " + value.group(1) + " を書いてください。");
        Matcher placeholder = NO_PLACEHOLDER.matcher(message);
        if (!placeholder.find()) return Optional.empty();
        return Optional.of(
                "設定の誤り: " + settingsFile + " にある ${" + placeholder.group(1) + "} の値がありません。その名前の環境変数か設定を書いてください。");
    }

    private String portInUse() {
        String port = setting("micronaut.server.port", "8080");
        return "ポート " + port + " はほかのプログラムが使っています。そちらを止めるか、" + settingsFile
                + " の micronaut.server.port（環境変数 MICRONAUT_SERVER_PORT）を別の番号にしてください。";
    }

    private Optional<String> database(SQLException failure) {
        String url = setting("datasources.default.url", "");
        String shown = StringUtils.isEmpty(url) ? "" : "（" + url.replaceAll("[;?].*", "") + "）";
        if (failure.getErrorCode() == H2_DATABASE_ALREADY_OPEN) {
            return Optional.of(
                    "データベース" + shown + "は、すでに動いている別の「つなぐ」が使っています。" + "そちらを止めるか、環境変数 TSUNAGU_DATA で別のフォルダーを選んでください。");
        }
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("28")) {
            return Optional.of("データベース" + shown + "に入れません。" + settingsFile
                    + " の datasources.default.username と password を確かめてください。");
        }
        if (state.startsWith("08") || state.startsWith("3D")) {
            return Optional.of("データベース" + shown + "につながりません。データベースが動いているか、" + settingsFile
                    + " の datasources.default.url が正しいかを確かめてください。");
        }
        return Optional.empty();
    }

    private static Optional<String> japanese(Throwable cause) {
        return Optional.ofNullable(cause.getMessage())
                .filter(message -> JAPANESE.matcher(message).find());
    }

    private static String unknown(Throwable innermost) {
        return "思わぬ誤りで続けられません: " + innermost + "。くわしくは環境変数 " + DETAILS + "=DEBUG を付けると出ます。";
    }

    /** 「config/application.yml の tsunagu.data 」 or 「環境変数 TSUNAGU_DATA （tsunagu.data）」, wherever the value came from. */
    private String place(String key) {
        String variable = key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
        boolean fromVariable = System.getenv(variable) != null;
        return fromVariable ? "環境変数 " + variable + "（" + key + "）" : settingsFile + " の " + key + " ";
    }

    private String setting(String key, String otherwise) {
        return environment
                .flatMap(settings -> settings.getProperty(key, String.class))
                .orElse(otherwise);
    }
}
