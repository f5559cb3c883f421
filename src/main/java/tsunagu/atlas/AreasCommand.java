package tsunagu.atlas;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tsunagu.tables.UnreadableFile;

/** {@code areas import}: towns, postcodes or a map from a file of any size, into the database of the copy. */
@Command(
        name = "areas",
        header = "町字、郵便番号、通学区域のファイルを読み込みます（import）。",
        description = {
            "%n種類は towns（町字マスター）、postcodes（utf_ken_all）、elementary-districts（A27）、",
            "junior-high-districts（A32）、borders（地区や町の境界の GeoJSON）。ZIP のままでも読めます。",
            "データベースが PostgreSQL なら、サーバーが動いているあいだも使えます。",
            "H2（初期設定）では、サーバーを止めてから使います。%n"
        },
        synopsisHeading = "使い方: ",
        parameterListHeading = "%n",
        optionListHeading = "%n")
@Singleton
public final class AreasCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "import", description = "読み込む。")
    private String doing;

    @Parameters(index = "1", paramLabel = "種類", description = "towns、postcodes など。")
    private String kind;

    @Parameters(index = "2", paramLabel = "ファイル", description = "CSV か GeoJSON、またはその ZIP。")
    private Path file;

    @Option(names = "--municipality", paramLabel = "自治体", description = "書かなければ、設定 tsunagu.municipality。")
    private String municipality;

    @Option(names = "--from", paramLabel = "日", description = "いつから使うか（2027-04-01）。書かなければ今日。")
    private String from;

    @Option(names = "--publisher", paramLabel = "発行者", defaultValue = "", description = "だれが出したものか。")
    private String publisher;

    @Option(names = "--title", paramLabel = "題", defaultValue = "", description = "出典の題。")
    private String title;

    @Option(names = "--published", paramLabel = "日付", defaultValue = "", description = "出典の日付。")
    private String published;

    @Option(names = "--medium", description = "確度を中にする。")
    private boolean medium;

    @Option(names = "--decides", description = "地図の点がどの地区かを、この形で決める。")
    private boolean decides;

    @Option(names = "--dry-run", description = "読むだけで、何も変えない。")
    private boolean dryRun;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "この説明を見せます。")
    private boolean help;

    @Override
    public Integer call() {
        if (!"import".equals(doing)) throw new ParameterException(spec.commandLine(), "areas のあとに import と書いてください");
        if (!Files.isReadable(file)) throw new ParameterException(spec.commandLine(), file + " を読めません");
        try (ApplicationContext copy =
                ApplicationContext.builder().eagerInitConfiguration(true).start()) {
            String town = municipality == null
                    ? copy.getRequiredProperty("tsunagu.municipality", String.class)
                    : municipality;
            var origin = Map.of(
                    "publisher", publisher,
                    "page-title", title,
                    "published", published,
                    "confidence", medium ? "medium" : "high");
            FileImport.Told told = copy.getBean(FileImport.class)
                    .read(kind, file, town, from == null ? "" : from, origin, decides, dryRun);
            told.bad().forEach(System.out::println);
            System.out.println(told.summary());
            return told.done() ? 0 : 1;
        } catch (UnreadableFile wrong) {
            System.err.println(wrong.getMessage());
            return 1;
        }
    }
}
