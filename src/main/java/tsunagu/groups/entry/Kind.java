package tsunagu.groups.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tsunagu.text.Folding;

/** What a group or a place is. */
public enum Kind {
    NETWORK("地域協力ネットワーク", "ネットワーク", "協議会", "地区協議会", "地域づくり推進会議"),
    NEIGHBOURHOOD_ASSOCIATION("自治会・町内会", "自治会", "町内会", "町会", "管理組合"),
    CIRCLE("サークル", "クラブ", "教室", "同好会", "文化団体", "スポーツ団体"),
    VOLUNTEERS("ボランティア団体", "ボランティア", "市民活動団体"),
    NPO("NPO・法人", "NPO", "NPO法人", "特定非営利活動法人", "社会福祉協議会"),
    CHILDRENS_CAFETERIA("子ども食堂", "こども食堂", "地域食堂"),
    SALON("サロン・居場所", "サロン", "居場所", "コミュニティカフェ", "ふれあいサロン"),
    SENIORS_CLUB("高齢者クラブ", "老人クラブ", "老人会", "シニアクラブ"),
    PARENTING("子育ての集まり", "子育てサークル", "子育てひろば", "育成会", "子ども会", "PTA"),
    COMMUNITY_CENTRE("コミュニティセンター・集会所", "コミュニティセンター", "集会所", "市民集会所", "集会施設", "公民館", "市民活動施設", "公会堂"),
    FACILITY("公共施設", "施設", "児童館", "図書館", "体育館", "公園"),
    OTHER("そのほか", "その他");

    private final String label;
    private final List<String> alsoCalled;

    Kind(String label, String... alsoCalled) {
        this.label = label;
        this.alsoCalled = List.of(alsoCalled);
    }

    /** 「子ども食堂」. */
    public String label() {
        return label;
    }

    /** As it is stored, and sent by forms: {@code childrens-cafeteria}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is a building rather than people. */
    public boolean isPlace() {
        return this == COMMUNITY_CENTRE || this == FACILITY;
    }

    /** By key, label or another name of it; empty for anything else. */
    public static Optional<Kind> find(String text) {
        String folded = Folding.name(text);
        return Arrays.stream(values())
                .filter(kind -> kind.key().equals(text)
                        || Folding.name(kind.label).equals(folded)
                        || kind.alsoCalled.stream().map(Folding::name).anyMatch(folded::equals))
                .findFirst();
    }
}
