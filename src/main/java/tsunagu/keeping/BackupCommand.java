package tsunagu.keeping;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tsunagu.keeping.backup.Backups;
import tsunagu.keeping.backup.Backups.Written;
import tsunagu.keeping.backup.Requests;

/**
 * {@code backup FILE}: the whole database in one file, as it was at one moment, while the copy goes on answering. Where
 * an H2 file is in use, the running copy is asked to write it.
 */
@Command(
        name = "backup",
        header = "すべてのデータを一つのファイルに保存します。サーバーが動いたままで使えます。",
        description = {
            "%n住民の質問、職員のアカウント、公開した内容など、データベースのすべてを、その瞬間のまま保存します。",
            "秘密にすべきものが入っています。ファイルは持ち主だけが読めるようにして作ります（600）。",
            "同じ名前の保存ファイルがあれば、新しいものができてから置き換えます。",
            "戻すには restore を使います。H2 で保存して PostgreSQL に戻すことも、その逆もできます。%n"
        },
        synopsisHeading = "使い方: ",
        parameterListHeading = "%n",
        optionListHeading = "%n")
@Singleton
public final class BackupCommand implements Callable<Integer> {
    private final Path data;
    private final Clock clock;

    @Parameters(arity = "1", paramLabel = "ファイル", description = "保存先。例: /var/backups/tsunagu-2026-11-22.zip")
    private Path file;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "この説明を見せます。")
    private boolean help;

    BackupCommand(@Value("${tsunagu.data}") String data, Clock clock) {
        this.data = Path.of(data);
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Path target = file.toAbsolutePath().normalize();
        Backups.requireWritable(target);
        try {
            writeHere(target);
        } catch (RuntimeException failure) {
            if (!Backups.isInUse(failure)) throw failure;
            new Requests(data, clock).ask(target);
        }
        Written written = Backups.read(target);
        System.out.printf(
                Locale.ROOT, "保存しました: %s（%,d 行、%,d KB）%n", file, written.rows(), Math.ceilDiv(written.bytes(), 1024));
        System.out.println("住民や職員の秘密が入っています。ほかの人が読めない場所に置いてください。");
        return 0;
    }

    /** Without migrating: before an upgrade, a newer jar must be able to save what is there and leave it as it is. */
    private static void writeHere(Path target) {
        try (ApplicationContext copy = ApplicationContext.builder()
                .properties(Map.of("flyway.datasources.default.enabled", "false"))
                .eagerInitConfiguration(true)
                .start()) {
            Written written = copy.getBean(Backups.class).write(target);
            // A database that is yet to be upgraded has no place to note it.
            if (written.tables().contains("keeping_backup")) {
                copy.getBean(Keeping.class)
                        .record(new Keeping.Backup(written.madeAt(), written.bytes(), written.rows()));
            }
        }
    }
}
