package tsunagu.conversation.cues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsunagu.text.BrokenLanguageFile;

class EmergenciesTest {
    private static Emergencies read(String yaml) {
        try {
            return new Emergencies(new YAMLMapper().readTree(yaml));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private final Emergencies shipped;

    EmergenciesTest() throws IOException {
        shipped = new Emergencies(new YAMLMapper()
                .readTree(Path.of("config/language/emergencies.yml").toFile()));
    }

    @ParameterizedTest
    @CsvSource({
        "台所から ひがでて けむり すごい, FIRE",
        "ばあちゃん いきしてない, AMBULANCE",
        "母のろれつがまわらない, AMBULANCE",
        "帰ったら窓ガラスが割られてる, CRIME",
        "He has a knife, CRIME",
        "妈妈叫不醒, AMBULANCE"
    })
    void what_is_seen_is_heard(String message, Cue kind) {
        assertThat(shipped.find(message)).extracting(CueReading.Hit::cue).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"燃えるごみの日は", "柳沢に住んどるんやけど", "炎上しないSNSの使い方", "胸が痛む話だ", "駅までの道は"})
    void everyday_words_are_no_cry_for_help(String message) {
        assertThat(shipped.find(message))
                .extracting(CueReading.Hit::cue)
                .doesNotContain(Cue.FIRE, Cue.AMBULANCE, Cue.CRIME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "同じ趣味の人に会いたいです",
                "体育館を使いたいです",
                "会館の中は禁煙",
                "喫煙所はどこ",
                "若い人がいないんです",
                "友達がいない",
                "今後についてくわしく",
                "活動方針に食べ物の話がある",
                "献血できる場所",
                "落ち葉の掃除",
                "池袋から引っ越した",
                "会長から返事がない",
                "花火が上がる日",
                "公園でかしだししてるもの",
                "バットを寄付したい",
                "包丁の研ぎ方を教えて",
                "基地関係のきちかんけい",
                "お金は取られますか",
                "川の蛇行",
                "a fire extinguisher for the hall",
                "an artichoke festival",
                "labour shortage",
                "请打我电话",
                "电影院黄昏场",
                "食中毒の講習",
                "皮膚炎がある子でも参加できますか",
                "ともだちを さがす ひと",
                "感謝の気持ちが止まらない",
                "荒川区の加入率が落ちています",
                "この辺って事故って多いんですか",
                "あと、マスクをつけてきてもいい",
                "スマホに時間を奪われています",
                "玄関に手すりをつけられますか",
                "窓が開けられません",
                "子どもの預け先が見つからない",
                "最近、公園に子どもがいない",
                "公園でボールを蹴っています",
                "庭にハクビシンがうろうろ",
                "川に落ちているゴミの清掃",
                "예약을 통해서 신청하나요",
                "칼로리가 높은 음식",
                "My town is missing from your list",
                "The number of groups fell from 60 to 54"
            })
    void half_of_an_alarming_word_stays_quiet(String message) {
        assertThat(shipped.find(message))
                .extracting(CueReading.Hit::cue)
                .doesNotContain(Cue.FIRE, Cue.AMBULANCE, Cue.CRIME, Cue.ALARM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "体操教室で人が倒れました",
                "先週退院した父が息をしていない",
                "餅を食べた時に喉に詰まった",
                "訓練じゃなくて本当に燃えています",
                "of course he is not breathing",
                "鍋から火が出た 消し方教えて",
                "赤ちゃんがけいれんしてる 対処法教えて",
                "包丁を持った男がいる 逃げたい",
                "母の体が冷たいです",
                "娘がいなくなって探しています",
                "防災訓練の最中に参加者がけいれんしています",
                "川の清掃ボランティア中に子どもが川に流されました",
                "煙が出て火災報知器が鳴っています",
                "my house is on fire, the fire extinguisher is empty"
            })
    void what_is_grave_is_heard_whatever_sounds_calm(String message) {
        List<Cue> cues = shipped.find(message).stream().map(CueReading.Hit::cue).toList();
        boolean silenced = cues.contains(Cue.CALM) && !cues.contains(Cue.GRAVE);
        assertThat(cues).containsAnyOf(Cue.FIRE, Cue.AMBULANCE, Cue.CRIME);
        assertThat(silenced).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"防災意識がない人が多い", "アンケートを配っても反応がありません", "台風でたくさんの木が倒れています", "夕方に看板が倒れました", "役員をする人がいなくて自治会が動かない"})
    void what_a_community_lacks_is_not_grave(String message) {
        List<Cue> cues = shipped.find(message).stream().map(CueReading.Hit::cue).toList();
        boolean told = cues.contains(Cue.FIRE) || cues.contains(Cue.AMBULANCE) || cues.contains(Cue.CRIME);
        assertThat(told && (!cues.contains(Cue.CALM) || cues.contains(Cue.GRAVE)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"包丁研ぎの日を知りたいです", "お餅を喉に詰まらせない切り方を教えて", "昨年の火事の件数", "推しに会えて息できないwww"})
    void who_asks_for_information_is_calm(String message) {
        assertThat(shipped.find(message))
                .extracting(CueReading.Hit::cue)
                .contains(Cue.CALM)
                .doesNotContain(Cue.GRAVE);
    }

    @Test
    void names_of_the_list_stand_in_patterns() {
        Emergencies few = read("words: {who: 母|父}\nambulance: ['(?:{who})が倒']\n");
        assertThat(few.find("父が倒れた")).containsExactly(new CueReading.Hit(Cue.AMBULANCE, "父が倒", Emergencies.SEEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flood: ['水']", "fire: ['(']", "greeting: ['やあ']"})
    void a_broken_file_ends_the_start(String yaml) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(BrokenLanguageFile.class)
                .hasMessageContaining("emergencies.yml");
    }
}
