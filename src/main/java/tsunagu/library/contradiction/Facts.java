package tsunagu.library.contradiction;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tsunagu.areas.Area;
import tsunagu.areas.Fact;
import tsunagu.areas.Municipality;

/** The facts of a municipality's file as sentences that can be compared. */
final class Facts {
    private Facts() {}

    static List<Statement> listStatements(Municipality municipality) {
        var statements = new ArrayList<Statement>();
        municipality.office().ifPresent(fact -> addOffice(fact, statements));
        municipality
                .aboutNetworks()
                .values()
                .forEach(fact -> add(fact, fact.value().says(), statements));
        for (Area area : municipality.areas()) addNetwork(area.network(), statements);
        municipality
                .layers()
                .forEach(layer -> add(layer.says(), layer.says().value().says(), statements));
        return statements;
    }

    private static void addOffice(Fact<Municipality.Office> fact, List<Statement> statements) {
        Municipality.Office office = fact.value();
        String name = office.title().written();
        office.telephone().ifPresent(number -> add(fact, name + "の電話番号は" + number, statements));
        office.address().ifPresent(address -> add(fact, name + "の住所は" + address, statements));
        office.fax().ifPresent(number -> add(number, name + "のファクス番号は" + number.value(), statements));
    }

    private static void addNetwork(Area.Network network, List<Statement> statements) {
        String name = network.name().value();
        String called = network.nickname()
                .map(nickname -> name + "（" + nickname.value() + "）")
                .orElse(name);
        network.founded()
                .ifPresent(
                        fact -> add(fact, called + "の設立は" + fact.value().says().says(), statements));
        network.members().ifPresent(fact -> {
            add(fact, name + "の加入は" + fact.value().groups() + "団体", statements);
            add(fact, name + "の加入は" + fact.value().people() + "人", statements);
        });
        network.statements().forEach(fact -> add(fact, fact.value().says(), statements));
    }

    private static void add(Fact<?> fact, String sentence, List<Statement> statements) {
        Statement.addSentences(sentence, "自治体のファイルの事実（" + sources(fact) + "）", statements);
    }

    private static String sources(Fact<?> fact) {
        return fact.evidence().stream()
                .map(evidence -> switch (evidence) {
                    case Fact.Quoted quoted ->
                        quoted.citation().document().titleWithStatus() + " "
                                + quoted.citation().document().publishedWording();
                    case Fact.OutsidePage page -> page.title() + " " + page.published();
                    case Fact.Derived derived -> derived.reason();
                })
                .distinct()
                .collect(Collectors.joining("、"));
    }
}
