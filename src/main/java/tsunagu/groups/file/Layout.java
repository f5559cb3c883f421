package tsunagu.groups.file;

import java.util.Map;
import java.util.Set;
import tsunagu.groups.entry.Field;
import tsunagu.tables.Table;
import tsunagu.tables.UnreadableFile;

/** How a file says what a group is; columns are found by their heads, whatever their order. */
interface Layout {
    String ID = "ID";
    String STATE = "状態";

    /** What a row is called in its file, empty where it has no id. */
    String id(Table.Row row);

    /** The fields this file speaks of; of one that is known, others stay as they are. */
    Set<Field> fields();

    Map<Field, String> texts(Table.Row row);

    /** The layout of a file; what is neither a list of groups nor of facilities is refused with a sentence. */
    static Layout of(Table table, AddressAreas areas) {
        // Facilities have a 団体名 too: whose they are.
        boolean facilities =
                table.has("名称") && table.has("全国地方公共団体コード", "都道府県コード又は市区町村コード", "POIコード", "住所", "所在地_連結表記");
        if (facilities) return new FacilityLayout(table, areas);
        if (table.has(Field.NAME.label())) return new GroupLayout(table);
        throw new UnreadableFile("1行目に「団体名」の列（団体の一覧）も、「名称」と「住所」などの列（公共施設一覧）もありません。書き出したファイルと同じ見出しにしてください。");
    }
}
