package tsunagu.keeping;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tsunagu.keeping.backup.Backups;
import tsunagu.keeping.backup.Backups.Written;

/**
 * {@code restore FILE}: what {@code backup} wrote into an empty database, on either engine. All of the file is checked
 * before anything is written, and all is written or nothing.
 */
@Command(
        name = "restore",
        header = "backup で保存したファイルを、空のデータベースに戻します。",
        description = {
            "%nサーバーを止めてから使います。戻す先は空でなければなりません。H2（初期設定）なら空のフォルダーを",
            "環境変数 TSUNAGU_DATA で選び、PostgreSQL なら新しいデータベースを作って設定に書いてください。",
            "ファイルのすべてを確かめてから書き込み、途中でだめになったときは何も残しません。%n"
        },
        synopsisHeading = "使い方: ",
        parameterListHeading = "%n",
        optionListHeading = "%n")
@Singleton
public final class RestoreCommand implements Callable<Integer> {
    /** A command's own database, new and empty, is what a new copy's looks like. */
    private final Backups ofNewCopy;

    @Parameters(arity = "1", paramLabel = "ファイル", description = "backup で保存したファイル。")
    private Path file;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "この説明を見せます。")
    private boolean help;

    RestoreCommand(Backups ofNewCopy) {
        this.ofNewCopy = ofNewCopy;
    }

    @Override
    public Integer call() {
        // Before the database is opened, which would make its tables.
        ofNewCopy.check(file);
        try (ApplicationContext copy =
                ApplicationContext.builder().eagerInitConfiguration(true).start()) {
            Written written = copy.getBean(Backups.class).restore(file, ofNewCopy.countRows());
            System.out.printf(Locale.ROOT, "戻しました: %,d 行。サーバーを起動してください。%n", written.rows());
            return 0;
        }
    }
}
