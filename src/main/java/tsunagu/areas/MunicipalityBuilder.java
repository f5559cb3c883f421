package tsunagu.areas;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tsunagu.areas.Area.Network;
import tsunagu.areas.Area.Placement;
import tsunagu.areas.Area.School;
import tsunagu.areas.Area.Town;
import tsunagu.areas.Fact.SourceReader;
import tsunagu.areas.Municipality.Aspect;
import tsunagu.areas.Municipality.Statement;
import tsunagu.areas.Municipality.Title;
import tsunagu.areas.file.MunicipalityFile;
import tsunagu.areas.file.MunicipalityFile.AreaEntry;
import tsunagu.areas.file.MunicipalityFile.NetworkEntry;
import tsunagu.areas.file.MunicipalityFile.SchoolsEntry;
import tsunagu.areas.file.MunicipalityFile.SourceEntry;
import tsunagu.areas.file.MunicipalityFile.StatementEntry;
import tsunagu.areas.file.MunicipalityFile.TownEntry;
import tsunagu.areas.spelling.Name;
import tsunagu.text.Language;

/** A municipality file, checked against the documents, becomes a {@link Municipality}. */
final class MunicipalityBuilder {
    private static final Pattern KANJI = Pattern.compile("\\p{IsHan}");
    private final MunicipalityFile file;
    private final MunicipalityId id;
    private final SourceReader sources;

    MunicipalityBuilder(MunicipalityFile file, SourceReader sources) {
        this.file = file;
        this.id = new MunicipalityId(file.id());
        this.sources = sources;
    }

    Municipality build() {
        return new Municipality(
                id,
                Name.of(file.name()).written(),
                title(file.name(), file.english()),
                networkWord(file.networkWord()),
                file.areas().stream().map(this::area).toList(),
                otherTowns(),
                postcodes(),
                office(),
                joining(),
                file.notDocumented().stream()
                        .map(gap -> new Municipality.Gap(
                                words(gap.what(), gap.in(), "not-documented." + gap.what()), gap.words()))
                        .toList(),
                aboutNetworks(),
                file.layers().stream()
                        .map(layer -> new Municipality.Layer(
                                layer.name(),
                                layer.spellings(),
                                sources.fact(
                                        words(layer.says(), layer.in(), "layers." + layer.name()),
                                        layer.source(),
                                        "layers." + layer.name())))
                        .toList(),
                file.ownWords());
    }

    private Statement words(String says, Map<String, String> others, String key) {
        var translations = new EnumMap<Language, String>(Language.class);
        if (others != null) {
            others.forEach((tag, sentence) -> Stream.of(Language.values())
                    .filter(language -> language.tag().equals(tag))
                    .findFirst()
                    .ifPresentOrElse(
                            language -> translations.put(language, sentence),
                            () -> sources.problem(key + ".in", "言語「" + tag + "」は知られていません。")));
        }
        return new Statement(says, translations);
    }

    private static Title title(String ruby, String english) {
        var name = Name.of(ruby);
        return new Title(name.written(), name.readingInWords(), Optional.ofNullable(english));
    }

    /** Read as the area and the word for its kind of body are read. */
    private Title networkTitle(AreaEntry area) {
        var areaName = Name.of(area.name());
        var word = Name.of(file.networkWord().name());
        String written = area.network().name();
        String reading = written.replace(areaName.written(), areaName.readingInWords() + " ")
                .replace(word.written(), word.readingInWords())
                .replace(" の", " の ")
                .strip();
        return new Title(written, KANJI.matcher(reading).find() ? "" : reading);
    }

    private static Municipality.NetworkWord networkWord(MunicipalityFile.Word word) {
        var name = Name.of(word.name());
        List<String> spellings = Stream.concat(name.spellings().stream(), word.spellings().stream())
                .toList();
        return new Municipality.NetworkWord(name.written(), title(word.name(), word.english()), spellings);
    }

    private Area area(AreaEntry entry) {
        var areaId = new AreaId(id, entry.id());
        String key = "areas." + entry.id();
        var name = Name.of(entry.name());
        return new Area(
                areaId,
                name.written(),
                title(entry.name(), entry.english()),
                network(entry, key + ".network"),
                schools(entry.juniorHighSchools(), School.Level.JUNIOR_HIGH, areaId, key + ".junior-high-schools"),
                schools(entry.elementarySchools(), School.Level.ELEMENTARY, areaId, key + ".elementary-schools"),
                towns(entry, areaId, key + ".towns"));
    }

    private Network network(AreaEntry area, String key) {
        NetworkEntry entry = area.network();
        return new Network(
                networkName(area, key),
                networkTitle(area),
                Optional.ofNullable(entry.nickname())
                        .map(nickname -> sources.fact(nickname.name(), nickname.source(), key + ".nickname")),
                Optional.of(entry.nicknameAbsent())
                        .filter(absent -> !absent.isEmpty())
                        .map(absent -> sources.fact("", absent, key + ".nickname-absent")),
                Optional.ofNullable(entry.founded())
                        .map(founded -> sources.fact(
                                new Network.Founding(
                                        words(founded.says(), founded.in(), key + ".founded"),
                                        founded.sorts(),
                                        Optional.ofNullable(founded.detail())),
                                founded.source(),
                                key + ".founded")),
                statement(entry.oncePlanned(), key + ".once-planned"),
                Optional.ofNullable(entry.members())
                        .map(members -> sources.fact(
                                new Network.Members(members.groups(), members.people(), members.year()),
                                members.source(),
                                key + ".members")),
                entry.statements().stream()
                        .flatMap(one -> statement(one, key + ".statements").stream())
                        .toList());
    }

    private Fact<String> networkName(AreaEntry area, String key) {
        String name = area.network().name();
        if (!area.network().source().isEmpty()) {
            return sources.fact(name, area.network().source(), key);
        }
        var defaults = file.areaDefaults();
        List<SourceEntry> own = area.source();
        if (own.isEmpty() && defaults != null) {
            return sources.fact(name, defaults.confidence(), defaults.source(), key);
        }
        return sources.fact(name, own, key);
    }

    private Optional<Fact<List<School>>> schools(SchoolsEntry entry, School.Level level, AreaId area, String key) {
        return Optional.ofNullable(entry).map(schools -> {
            Fact<AreaId> lies = sources.fact(area, schools.source(), key);
            return lies.basis()
                    .of(schools.names().stream()
                            .map(Name::of)
                            .map(name -> new School(
                                    name.written(), name.reading(), level, new Placement(lies, Optional.empty())))
                            .toList());
        });
    }

    private Optional<Fact<List<Town>>> towns(AreaEntry area, AreaId areaId, String key) {
        return Optional.ofNullable(area.towns()).map(towns -> {
            Fact<AreaId> lies = sources.fact(areaId, towns.confidence(), towns.source(), key);
            return lies.basis()
                    .of(towns.names().stream().map(entry -> town(entry, lies)).toList());
        });
    }

    private Town town(TownEntry entry, Fact<AreaId> lies) {
        var name = Name.of(entry.name());
        List<String> postcodes = Stream.ofNullable(entry.postcode()).toList();
        return new Town(
                id, name.written(), name.reading(), postcodes, Optional.of(new Placement(lies, Optional.empty())));
    }

    private Optional<Fact<List<Town>>> otherTowns() {
        return Optional.ofNullable(file.otherTowns())
                .map(towns -> sources.fact(
                        towns.names().stream()
                                .map(name -> new Town(id, Name.of(name).written(), "", List.of(), Optional.empty()))
                                .toList(),
                        towns.source(),
                        "other-towns"));
    }

    private Optional<Fact<String>> postcodes() {
        return Optional.of(file.postcodesSource())
                .filter(source -> !source.isEmpty())
                .map(source -> sources.fact("", source, "postcodes-source"));
    }

    private Optional<Fact<Municipality.Office>> office() {
        return Optional.ofNullable(file.office())
                .map(office -> sources.fact(
                        new Municipality.Office(
                                office.name(),
                                title(office.shortName(), office.english()),
                                office.spellings(),
                                Optional.ofNullable(office.address()),
                                Optional.ofNullable(office.telephone()),
                                Optional.ofNullable(office.fax())
                                        .map(fax -> sources.fact(fax.number(), fax.source(), "office.fax"))),
                        office.source(),
                        "office"));
    }

    private Optional<Municipality.Joining> joining() {
        if (file.joining() == null) return Optional.empty();
        var who = statement(file.joining().who(), "joining.who");
        var how = statement(file.joining().how(), "joining.how");
        if (who.isEmpty() || how.isEmpty()) {
            sources.problem("joining", "who と how の両方を書いてください。");
            return Optional.empty();
        }
        return Optional.of(new Municipality.Joining(who.get(), how.get()));
    }

    private Map<Aspect, Fact<Statement>> aboutNetworks() {
        var about = new EnumMap<Aspect, Fact<Statement>>(Aspect.class);
        file.aboutNetworks().forEach((key, entry) -> {
            String wanted = key.replace('-', '_').toUpperCase(Locale.ROOT);
            Stream.of(Aspect.values())
                    .filter(aspect -> aspect.name().equals(wanted))
                    .findFirst()
                    .ifPresentOrElse(
                            aspect -> statement(entry, "about-networks." + key)
                                    .ifPresent(fact -> about.put(aspect, fact)),
                            () -> sources.problem("about-networks." + key, "知られていないキーです。"));
        });
        return about;
    }

    private Optional<Fact<Statement>> statement(StatementEntry entry, String key) {
        return Optional.ofNullable(entry)
                .map(one -> sources.fact(
                        words(one.says(), one.in(), key),
                        new ArrayList<>(one.source() == null ? List.of() : one.source()),
                        key));
    }
}
