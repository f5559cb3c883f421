package tsunagu.groups.file;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.groups.entry.Field;
import tsunagu.groups.entry.Kind;
import tsunagu.tables.Table;
import tsunagu.text.Folding;

/** 公共施設一覧 of the open-data standard, old and new. Its contacts are the town's own, so they may be told. */
final class FacilityLayout implements Layout {
    private static final String[] CONFIRMED = {"最終確認日", "更新日"};
    private static final String MARK = "facility:";
    private static final Set<String> WHERE_PEOPLE_GATHER = Set.of("1305", "1307", "1308", "1309");

    private final AddressAreas areas;
    private final boolean confirmed;

    FacilityLayout(Table table, AddressAreas areas) {
        this.areas = areas;
        confirmed = table.has(CONFIRMED);
    }

    /** Numbers of groups and of facilities would meet. */
    @Override
    public String id(Table.Row row) {
        String id = row.text(ID, "NO").strip();
        return id.isEmpty() ? "" : MARK + id;
    }

    @Override
    public Set<Field> fields() {
        var fields = EnumSet.complementOf(EnumSet.of(Field.FOR_WHOM, Field.FEE, Field.JOINING, Field.REQUESTS));
        if (!confirmed) fields.remove(Field.CONFIRMED);
        return fields;
    }

    @Override
    public Map<Field, String> texts(Table.Row row) {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        String address = address(row);
        texts.put(Field.NAME, row.text("名称"));
        texts.put(Field.READING, row.text("名称_カナ"));
        texts.put(Field.KIND, kind(row).label());
        texts.put(Field.AREAS, areas.areaOf(address));
        texts.put(Field.WHAT, joined("\n", row.text("説明"), row.text("備考")));
        texts.put(Field.WHEN, open(row));
        texts.put(Field.ADDRESS, address);
        point(row, texts);
        contacts(row, texts);
        texts.put(Field.KEYWORDS, row.text("名称_通称"));
        texts.put(Field.HOMEPAGE, row.text("URL"));
        if (confirmed) texts.put(Field.CONFIRMED, row.text(CONFIRMED));
        texts.put(Field.SOURCE, "公共施設一覧");
        return texts;
    }

    private static Kind kind(Table.Row row) {
        String code = Folding.width(row.text("POIコード")).strip();
        return WHERE_PEOPLE_GATHER.contains(code) ? Kind.COMMUNITY_CENTRE : Kind.FACILITY;
    }

    private static String address(Table.Row row) {
        String whole = row.text("所在地_連結表記", "所在地_連結標記", "住所");
        if (whole.isBlank()) {
            whole = Stream.of("所在地_都道府県", "所在地_市区町村", "所在地_町字", "所在地_番地以下")
                    .map(row::text)
                    .collect(Collectors.joining());
        }
        return joined(" ", whole, row.text("建物名等(方書)", "方書"));
    }

    private static String open(Table.Row row) {
        String from = row.text("開始時間").strip();
        String to = row.text("終了時間").strip();
        String hours = from.isEmpty() && to.isEmpty() ? "" : from + "〜" + to;
        return joined(" ", row.text("利用可能曜日"), hours, row.text("利用可能日時特記事項", "利用可能時間特記事項"));
    }

    /** The two are swapped now and then: no place in Japan has a longitude below 46. */
    private static void point(Table.Row row, Map<Field, String> texts) {
        String latitude = row.text("緯度").strip();
        String longitude = row.text("経度").strip();
        boolean swapped = latitude.matches("1[2-5][0-9]\\..*") && longitude.matches("[2-4][0-9]\\..*");
        texts.put(Field.LATITUDE, swapped ? longitude : latitude);
        texts.put(Field.LONGITUDE, swapped ? latitude : longitude);
    }

    private static void contacts(Table.Row row, Map<Field, String> texts) {
        texts.put(Field.CONTACT, row.text("団体名"));
        texts.put(Field.TELEPHONE, row.text("電話番号"));
        texts.put(Field.MAIL, row.text("連絡先メールアドレス"));
        texts.put(Field.FORM, row.text("連絡先FormURL"));
        for (Field shown : EnumSet.of(Field.CONTACT_SHOWN, Field.TELEPHONE_SHOWN, Field.MAIL_SHOWN, Field.FORM_SHOWN)) {
            texts.put(shown, Field.YES);
        }
    }

    private static String joined(String by, String... texts) {
        return Stream.of(texts)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(by));
    }
}
