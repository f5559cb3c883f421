package tsunagu.line.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The menu as it ships, and what is said where a clerk has written something that cannot be shown. */
class MenuTest {
    private static final Path SHIPPED = Path.of("config", "line-menu.yml");

    @TempDir
    Path config;

    @Test
    void each_tile_of_the_menu_as_it_ships_says_something() {
        Menu menu = new Menu("config");

        assertThat(menu.tiles())
                .hasSize(6)
                .allSatisfy(tile -> assertThat(menu.findSaidBy(tile.data())).contains(tile.says()));
        assertThat(menu.findSaidBy("menu:")).isEmpty();
        assertThat(menu.findSaidBy("area")).isEmpty();
    }

    @Test
    void the_tiles_cover_the_whole_picture_and_none_lies_on_another() {
        long covered = 0;
        for (int i = 0; i < 6; i++) {
            covered +=
                    (long) (MenuPicture.right(i) - MenuPicture.left(i)) * (MenuPicture.bottom(i) - MenuPicture.top(i));
            if (i % 3 > 0) assertThat(MenuPicture.left(i)).isEqualTo(MenuPicture.right(i - 1));
            if (i > 2) assertThat(MenuPicture.top(i)).isEqualTo(MenuPicture.bottom(i - 3));
        }
        assertThat(covered).isEqualTo((long) MenuPicture.WIDTH * MenuPicture.HEIGHT);
    }

    @ParameterizedTest
    @CsvSource({
        "bar: メニュー, bar: ながすぎるメニューのなまえです, bar「ながすぎるメニューのなまえです」は長すぎます。14 文字まで",
        "key: office, key: area, 同じ key",
        "key: office, key: Büro, key「Büro」は使えません",
        "words: わたしの地区, words: わたしの地区はどこ, タイル area の words「わたしの地区はどこ」は長すぎます。7 文字まで",
        "more: 町や学校から, more: '', タイル area の more がありません",
        "says: 参加するには？, said: 参加するには？, タイル join の says がありません",
        "icon: hands, icon: foot, 'icon「foot」は知られていません。次のどれかにしてください: house, calendar'",
        "'tiles:', 'tiles: []\nothers:', tiles は 6 つ書いてください。今は 0 つです",
        "'tiles:', 'tiles: [', 読めません"
    })
    void what_cannot_be_shown_is_said_in_a_sentence(String right, String wrong, String sentence) throws IOException {
        String shipped = Files.readString(SHIPPED);
        assertThat(shipped).contains(right);
        Files.writeString(config.resolve("line-menu.yml"), shipped.replaceFirst(right, wrong));

        assertThatThrownBy(() -> new Menu(config.toString()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("config/line-menu.yml: ")
                .hasMessageContaining(sentence);
    }
}
