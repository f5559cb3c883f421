package tsunagu.figures;

import jakarta.inject.Singleton;
import java.util.Optional;
import tsunagu.areas.Area;
import tsunagu.areas.AreaId;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.areas.MunicipalityId;
import tsunagu.conversation.Utterance;
import tsunagu.figures.Figure.Kind;

/** What figures are called. */
@Singleton
class FigureWords {
    private final Municipalities municipalities;

    FigureWords(Municipalities municipalities) {
        this.municipalities = municipalities;
    }

    /** 「ウェブ」「LINE（default）」. */
    static String channel(String channel) {
        return channel.equals(Utterance.WEB) ? "ウェブ" : "LINE（" + channel.substring(channel.indexOf(':') + 1) + "）";
    }

    String municipality(String id) {
        return municipalities
                .findMunicipality(new MunicipalityId(id))
                .map(Municipality::name)
                .orElse(id);
    }

    static String kind(Kind kind) {
        return switch (kind) {
            case OUTCOME -> "どう答えたか";
            case REASON -> "分からなかった理由";
            case TOPIC -> "話題";
            case AREA -> "地区";
            case TIME -> "答えるまでの時間";
            case RATING -> "住民の評価";
        };
    }

    String which(Kind kind, String which) {
        return switch (kind) {
            case OUTCOME -> outcome(which);
            case REASON -> reason(which);
            case TOPIC -> topic(which);
            case AREA -> area(which);
            case TIME -> Times.label(which);
            case RATING -> which.equals(FigureCounter.HELPED) ? "役に立った" : "ちがう";
        };
    }

    private static String outcome(String which) {
        return switch (which) {
            case "answered" -> "答えた";
            case "asked" -> "聞き返した";
            case "not-known" -> "分からなかった";
            case "urgent" -> "119・110を案内";
            default -> "あいさつなど";
        };
    }

    /** As the questions nobody could answer have them. */
    private static String reason(String which) {
        return switch (which) {
            case "UNDOCUMENTED" -> "資料に書かれていない";
            case "NOTHING_FOUND" -> "資料に見つからない";
            case "ONLY_RELATED" -> "関係する資料はある";
            case "ELSEWHERE" -> "ほかの町のこと";
            case "UNKNOWN_PLACE" -> "場所が分からない";
            case "NO_EVENTS" -> "行事の情報がない";
            case "OUT_OF_SCOPE" -> "扱っていない分野";
            default -> "そのほか";
        };
    }

    private static String topic(String which) {
        return switch (which) {
            case "area" -> "どの地区か";
            case "network" -> "ネットワーク";
            case "events" -> "行事";
            case "join" -> "参加・問い合わせ";
            case "groups" -> "団体・場所・手伝い";
            case "faq" -> "よくある質問・資料";
            default -> "そのほか";
        };
    }

    private String area(String which) {
        AreaId id = AreaId.parse(which);
        Optional<String> name = municipalities
                .findMunicipality(id.municipality())
                .map(municipality -> municipality.name() + " "
                        + municipality.findArea(id).map(Area::name).orElse(which));
        return name.orElse(which);
    }
}
