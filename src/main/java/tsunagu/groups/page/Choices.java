package tsunagu.groups.page;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tsunagu.areas.AreaId;
import tsunagu.areas.Municipalities;
import tsunagu.desk.Choice;
import tsunagu.groups.entry.Kind;

/** What forms offer to choose from, and names in place of ids. */
@Singleton
public final class Choices {
    private final Municipalities municipalities;

    Choices(Municipalities municipalities) {
        this.municipalities = municipalities;
    }

    /** 「南部、西部」; without areas it is for the whole municipality. */
    public String areaNames(List<String> areas) {
        if (areas.isEmpty()) return "全域";
        return areas.stream()
                .map(id -> municipalities.listMunicipalities().stream()
                        .flatMap(one -> one.findArea(AreaId.parse(id)).stream())
                        .map(area -> area.name())
                        .findFirst()
                        .orElse(id))
                .collect(Collectors.joining("、"));
    }

    public static List<Choice> kinds() {
        return Arrays.stream(Kind.values())
                .map(kind -> new Choice(kind.label(), kind.label()))
                .toList();
    }
}
