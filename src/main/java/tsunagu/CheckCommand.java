package tsunagu;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tsunagu.areas.Area;
import tsunagu.areas.Fact;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.documents.DocumentLibrary;
import tsunagu.documents.SourceDocument;
import tsunagu.knowledge.Knowledge;

/** {@code check}: are settings, documents and evidence in order, and which facts rest on outside pages alone? */
@Command(
        name = "check",
        header = "設定、資料、事実の出典を確かめます。資料の外だけに出典がある事実も並べます。",
        synopsisHeading = "使い方: ",
        optionListHeading = "%n")
@Singleton
public final class CheckCommand implements Callable<Integer> {
    private final DocumentLibrary library;
    private final Municipalities municipalities;
    private final String config;

    @Option(names = "--dropped", description = "飾りとして読まなかった文字も、理由とともに並べます。")
    private boolean showDropped;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "この説明を見せます。")
    private boolean help;

    /** That both could be made is itself the check: whatever is wrong ends the start with a sentence. */
    CheckCommand(
            DocumentLibrary library, Municipalities municipalities, @Value("${tsunagu.config:config}") String config) {
        this.library = library;
        this.municipalities = municipalities;
        this.config = config;
    }

    @Override
    public Integer call() {
        System.out.println("資料");
        library.listDocuments().forEach(this::document);
        Knowledge.listLostQuotes(library, Path.of(config).resolve("quotes"))
                .forEach(lost -> System.out.printf("  引用 %s: 今の資料にありません（資料:行）。直すか、消してください。%n", lost));
        System.out.println("自治体");
        municipalities.listMunicipalities().forEach(this::municipality);
        System.out.println("資料の外だけに出典がある事実");
        municipalities.listMunicipalities().forEach(CheckCommand::onlyFromOutside);
        System.out.println("すべて確かめました。");
        return 0;
    }

    private void document(SourceDocument document) {
        long passages = library.listPassages().stream()
                .filter(passage -> passage.document().equals(document))
                .count();
        System.out.printf(
                "  %s  %s（%s） %s、%d か所%n",
                document.id(), document.titleWithStatus(), document.publisher(), document.publishedWording(), passages);
        if (showDropped) {
            library.listDropped(document.id())
                    .forEach(dropped ->
                            System.out.printf("    %d行目 「%s」: %s%n", dropped.line(), dropped.text(), dropped.reason()));
        }
    }

    private void municipality(Municipality municipality) {
        long schools = municipality.areas().stream()
                .mapToLong(area -> area.schools().size())
                .sum();
        long towns = municipality.areas().stream()
                .flatMap(area -> area.towns().stream())
                .mapToLong(fact -> fact.value().size())
                .sum();
        System.out.printf(
                "  %s: 地区 %d、学校 %d、町 %d、地図上の境界 %d%n",
                municipality.name(),
                municipality.areas().size(),
                schools,
                towns,
                municipalities.countShapes(municipality.id()));
    }

    private static void onlyFromOutside(Municipality municipality) {
        facts(municipality).forEach((what, fact) -> {
            if (!fact.onlyFromOutside()) return;
            String sure = fact.certain() ? "確度 高" : "確度 中";
            System.out.printf("  %s %s: %s（%s）%n", municipality.name(), what, sources(fact), sure);
        });
    }

    private static Map<String, Fact<?>> facts(Municipality municipality) {
        var facts = new LinkedHashMap<String, Fact<?>>();
        for (Area area : municipality.areas()) {
            Area.Network network = area.network();
            facts.put(area.name() + "のネットワーク名 " + network.name().value(), network.name());
            network.nickname().ifPresent(fact -> facts.put(area.name() + "の愛称 " + fact.value(), fact));
            network.nicknameAbsent().ifPresent(fact -> facts.put(area.name() + "に愛称がないこと", fact));
            network.founded().ifPresent(fact -> facts.put(area.name() + "の設立", fact));
            network.members().ifPresent(fact -> facts.put(area.name() + "の加入者数", fact));
            area.juniorHighSchools().ifPresent(fact -> facts.put(area.name() + "の中学校", fact));
            area.elementarySchools().ifPresent(fact -> facts.put(area.name() + "の小学校", fact));
            area.towns().ifPresent(fact -> facts.put(area.name() + "の町 " + names(fact.value()), fact));
        }
        municipality.office().ifPresent(fact -> facts.put("問い合わせ先", fact));
        municipality.aboutNetworks().forEach((aspect, fact) -> facts.put(aspect.name(), fact));
        municipality.postcodes().ifPresent(fact -> facts.put("郵便番号", fact));
        municipality.otherTowns().ifPresent(fact -> facts.put("地区の分からない町 " + names(fact.value()), fact));
        return facts;
    }

    private static String names(List<Area.Town> towns) {
        return String.join("・", towns.stream().map(Area.Town::name).toList());
    }

    private static String sources(Fact<?> fact) {
        var sources = new ArrayList<String>();
        Stream<Fact.Evidence> evidence = fact.evidence().stream();
        evidence.forEach(one -> sources.add(
                switch (one) {
                    case Fact.Quoted quoted -> quoted.citation().document().title();
                    case Fact.OutsidePage page -> page.publisher() + "「" + page.title() + "」" + page.published();
                    case Fact.Derived derived -> derived.reason();
                }));
        return String.join("、", sources);
    }
}
