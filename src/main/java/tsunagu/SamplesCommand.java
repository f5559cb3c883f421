package tsunagu;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tsunagu.tables.SampleTable;

/**
 * {@code samples load} and {@code samples remove}: made-up rows of {@code config/samples} in the database of the copy,
 * which an H2 file allows only while that copy is stopped.
 */
@Command(
        name = "samples",
        header = "見本の行事などを入れたり（load）、消したり（remove）します。",
        description = {
            "%nconfig/samples の見本を、つなぐのデータベースに入れます。見本だと分かる名前が付いていて、",
            "remove で見本だけが消えます。データベースが PostgreSQL なら、サーバーが動いているあいだも使えます。",
            "H2（初期設定）では、サーバーを止めてから使います。%n"
        },
        synopsisHeading = "使い方: ",
        parameterListHeading = "%n",
        optionListHeading = "%n")
@Singleton
public final class SamplesCommand implements Callable<Integer> {
    private static final List<String> DOINGS = List.of("load", "remove");

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1", paramLabel = "load|remove", description = "load: 入れる（前の見本は新しくなる）。remove: 消す。")
    private String doing;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "この説明を見せます。")
    private boolean help;

    @Override
    public Integer call() {
        if (!DOINGS.contains(doing)) {
            throw new ParameterException(spec.commandLine(), "samples のあとに load か remove を書いてください");
        }
        try (ApplicationContext copy =
                ApplicationContext.builder().eagerInitConfiguration(true).start()) {
            copy.getBeansOfType(SampleTable.class).stream()
                    .sorted(Comparator.comparing(SampleTable::file))
                    .forEach(table -> System.out.println(table.what() + "の見本を" + count(table, copy)));
            return 0;
        }
    }

    private String count(SampleTable table, ApplicationContext copy) {
        if (doing.equals("remove")) return table.remove() + "件消しました。";
        Path file = copy.getRequiredProperty("tsunagu.config", Path.class)
                .resolve("samples")
                .resolve(table.file());
        String municipality = copy.getRequiredProperty("tsunagu.municipality", String.class);
        try {
            return table.load(Files.readAllBytes(file), municipality) + "件入れました。";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
