package tsunagu.conversation.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import tsunagu.areas.Area;
import tsunagu.areas.Area.Network;
import tsunagu.areas.Area.School;
import tsunagu.areas.Fact;
import tsunagu.areas.Municipality;
import tsunagu.conversation.words.Speech;
import tsunagu.message.Message;
import tsunagu.message.Topic;

/** One answer in the making: sentences, and beside each the fact it rests on, so that none goes without its source. */
final class Telling {
    private final Municipality municipality;
    private final List<Area> areas;
    private final boolean all;
    private final Speech speech;
    private final Naming naming;
    private final List<String> sentences = new ArrayList<>();
    private final List<Fact<?>> facts = new ArrayList<>();
    private final List<Message.Card> cards = new ArrayList<>();

    /** @param all whether every area of the municipality is meant, none having been named */
    Telling(Municipality municipality, List<Area> areas, boolean all, Speech speech) {
        this.municipality = municipality;
        this.areas = areas;
        this.all = all;
        this.speech = speech;
        this.naming = new Naming(speech);
    }

    boolean isEmpty() {
        return facts.isEmpty();
    }

    Answer.Cited answer() {
        List<Message> messages = new ArrayList<>();
        messages.add(new Message.Text(String.join("\n", sentences)));
        messages.addAll(cards);
        return new Answer.Cited(Topic.NETWORK, messages, SourceNotes.of(facts), AreaAnswers.next(municipality, speech));
    }

    /** What is known of the areas at a glance: a sentence and a card for each. */
    void overview() {
        if (all) {
            aspect(Municipality.Aspect.COUNT);
            list();
            return;
        }
        for (Area area : areas) {
            Network network = area.network();
            tell(
                    network.name(),
                    network.name().certain() ? "network.is" : "network.listed",
                    "municipality",
                    naming.of(municipality),
                    "area",
                    naming.of(area),
                    "word",
                    naming.networkWord(municipality),
                    "network",
                    naming.network(area));
            card(area).ifPresent(cards::add);
            statements(network);
        }
        municipality.office().ifPresent(this::office);
    }

    private Optional<Message.Card> card(Area area) {
        Network network = area.network();
        var lines = new ArrayList<Message.Line>();
        line(lines, "card.nickname", network.nickname(), name -> name);
        line(lines, "card.founded", network.founded(), this::when);
        line(lines, "card.junior-high", area.juniorHighSchools(), this::schoolNames);
        line(lines, "card.elementary", area.elementarySchools(), this::schoolNames);
        line(
                lines,
                "card.members",
                network.members(),
                members -> speech.say("card.members-value", "groups", members.groups(), "people", members.people()));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Message.Card(naming.network(area), lines, List.of()));
    }

    private <T> void line(List<Message.Line> lines, String key, Optional<Fact<T>> fact, Function<T, String> says) {
        fact.ifPresent(known -> {
            facts.add(known);
            lines.add(new Message.Line(speech.say(key), says.apply(known.value())));
        });
    }

    private String schoolNames(List<School> schools) {
        return naming.list(schools.stream().map(School::name).toList());
    }

    private void statements(Network network) {
        if (speech.english()) return;
        network.statements()
                .forEach(statement -> state(statement, statement.value().says()));
    }

    void office(Fact<Municipality.Office> office) {
        state(office, naming.askOffice(municipality));
    }

    void aspect(Municipality.Aspect aspect) {
        Optional.ofNullable(municipality.aboutNetworks().get(aspect)).ifPresent(fact -> {
            String says = fact.value().in(speech.english());
            if (aspect == Municipality.Aspect.DEFINITION) {
                tell(
                        fact,
                        "network.overview",
                        "municipality",
                        naming.of(municipality),
                        "word",
                        naming.networkWord(municipality),
                        "definition",
                        says);
            } else {
                state(fact, says);
            }
        });
    }

    /** 「市役所の組織ですか」 */
    void notPartOfCity() {
        Optional.ofNullable(municipality.aboutNetworks().get(Municipality.Aspect.INDEPENDENCE))
                .ifPresent(fact -> tell(fact, "network.no", "says", fact.value().in(speech.english())));
    }

    void founded() {
        areas.stream()
                .sorted(byFounding())
                .forEach(area -> area.network().founded().ifPresent(founded -> {
                    Network.Founding founding = founded.value();
                    boolean detailed = founding.detail().isPresent() && areas.size() == 1 && !speech.english();
                    tell(
                            founded,
                            detailed ? "network.founded-detail" : "network.founded",
                            "network",
                            naming.network(area),
                            "founded",
                            when(founding),
                            "detail",
                            founding.detail().orElse(""));
                }));
    }

    /** 「まだ準備中ですか」: an older document's plan is told as past. */
    void notPreparing() {
        for (Area area : areas) {
            Network network = area.network();
            network.founded().ifPresent(founded -> {
                tell(
                        founded,
                        "network.not-preparing",
                        "network",
                        naming.network(area),
                        "founded",
                        when(founded.value()));
                network.oncePlanned()
                        .ifPresent(planned -> state(planned, planned.value().in(speech.english())));
            });
        }
        if (!isEmpty()) aspect(Municipality.Aspect.COUNT);
    }

    void inOrder(boolean newestFirst) {
        List<Area> founded = foundedAreas();
        if (founded.isEmpty()) return;
        if (newestFirst) founded = founded.reversed();
        String direction = speech.say(newestFirst ? "words.newest" : "words.oldest");
        sentences.add(speech.say("network.order", "word", naming.networkWord(municipality), "direction", direction));
        int rank = 1;
        for (Area area : founded) {
            var fact = area.network().founded().orElseThrow();
            tell(fact, "network.order-row", "rank", rank++, "area", naming.of(area), "founded", when(fact.value()));
        }
    }

    void extreme(boolean newest) {
        List<Area> founded = foundedAreas();
        if (founded.isEmpty()) return;
        Area area = newest ? founded.getLast() : founded.getFirst();
        var fact = area.network().founded().orElseThrow();
        tell(
                fact,
                "network.extreme",
                "direction",
                speech.say(newest ? "words.newest" : "words.oldest"),
                "word",
                naming.networkWord(municipality),
                "network",
                naming.network(area),
                "founded",
                when(fact.value()));
    }

    void nickname() {
        for (Area area : areas) {
            Network network = area.network();
            network.nickname()
                    .ifPresent(nickname -> tell(
                            nickname,
                            "network.nickname",
                            "network",
                            naming.network(area),
                            "nickname",
                            nickname.value()));
            network.nicknameAbsent()
                    .ifPresent(absent -> tell(absent, "network.no-nickname", "network", naming.network(area)));
        }
    }

    void schools(School.Level level) {
        for (Area area : areas) {
            var schools = level == School.Level.JUNIOR_HIGH ? area.juniorHighSchools() : area.elementarySchools();
            schools.ifPresent(fact -> tell(
                    fact,
                    "network.schools",
                    "area",
                    naming.of(area),
                    "level",
                    speech.say(level == School.Level.JUNIOR_HIGH ? "words.junior-high" : "words.elementary"),
                    "count",
                    fact.value().size(),
                    "schools",
                    schoolNames(fact.value())));
        }
        long count = areas.stream()
                .flatMap(area -> area.schools().stream())
                .filter(s -> s.level() == level)
                .count();
        if (all && count > 0) {
            sentences.add(speech.say(
                    "network.schools-total",
                    "municipality",
                    naming.of(municipality),
                    "level",
                    speech.say(level == School.Level.JUNIOR_HIGH ? "words.junior-high" : "words.elementary"),
                    "count",
                    count));
        }
    }

    void towns() {
        for (Area area : areas) {
            area.towns()
                    .ifPresent(fact -> tell(
                            fact,
                            fact.certain() ? "network.towns" : "network.towns-likely",
                            "area",
                            naming.of(area),
                            "towns",
                            naming.list(
                                    fact.value().stream().map(Area.Town::name).toList()),
                            "count",
                            fact.value().size(),
                            "office",
                            naming.office(municipality)));
        }
    }

    void members() {
        for (Area area : areas) {
            area.network()
                    .members()
                    .ifPresent(fact -> tell(
                            fact,
                            "network.members",
                            "network",
                            naming.network(area),
                            "groups",
                            fact.value().groups(),
                            "people",
                            fact.value().people()));
        }
    }

    /** @param people compares individuals instead of groups */
    void mostMembers(boolean people, boolean most) {
        ToIntFunction<Area> figure = area -> {
            var members = area.network().members().orElseThrow().value();
            return people ? members.people() : members.groups();
        };
        List<Area> counted = areas.stream()
                .filter(area -> area.network().members().isPresent())
                .sorted(Comparator.comparingInt(figure))
                .toList();
        if (counted.isEmpty()) return;
        if (most) counted = counted.reversed();
        Area first = counted.getFirst();
        tell(
                first.network().members().orElseThrow(),
                "network.members-most",
                "measure",
                speech.say(people ? "words.people" : "words.groups"),
                "direction",
                speech.say(most ? "words.most" : "words.least"),
                "area",
                naming.of(first),
                "figure",
                speech.say(people ? "words.people-unit" : "words.groups-unit", "n", figure.applyAsInt(first)));
        counted.forEach(area -> {
            var fact = area.network().members().orElseThrow();
            tell(
                    fact,
                    "network.members-row",
                    "area",
                    naming.of(area),
                    "groups",
                    fact.value().groups(),
                    "people",
                    fact.value().people());
        });
    }

    void list() {
        sentences.add(speech.say(
                "network.list-intro",
                "municipality",
                naming.of(municipality),
                "word",
                naming.networkWord(municipality)));
        for (Area area : areas) {
            Network network = area.network();
            String nickname = network.nickname().map(Fact::value).orElse("");
            tell(
                    network.name(),
                    nickname.isEmpty() ? "network.list-row" : "network.list-row-nickname",
                    "area",
                    naming.of(area),
                    "network",
                    naming.network(area),
                    "nickname",
                    nickname);
            SourceNotes.present(network.nickname()).forEach(facts::add);
        }
    }

    void layers(List<Municipality.Layer> layers) {
        boolean one = layers.size() == 1;
        if (!one) sentences.add(speech.say("layer.list", "municipality", naming.of(municipality)));
        layers.forEach(layer -> tell(
                layer.says(),
                one ? "layer.is" : "layer.row",
                "municipality",
                naming.of(municipality),
                "layer",
                layer.name(),
                "says",
                layer.says().value().says()));
    }

    private List<Area> foundedAreas() {
        return areas.stream()
                .filter(area -> area.network().founded().isPresent())
                .sorted(byFounding())
                .toList();
    }

    private static Comparator<Area> byFounding() {
        return Comparator.comparing(area ->
                area.network().founded().map(founded -> founded.value().sorts()).orElse("9999"));
    }

    private String when(Network.Founding founding) {
        return speech.english() ? founding.english() : founding.says();
    }

    private void tell(Fact<?> fact, String key, Object... namesAndValues) {
        state(fact, speech.say(key, namesAndValues));
    }

    private void state(Fact<?> fact, String sentence) {
        sentences.add(sentence);
        facts.add(fact);
    }
}
