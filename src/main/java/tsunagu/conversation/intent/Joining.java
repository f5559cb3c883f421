package tsunagu.conversation.intent;

import java.util.regex.Pattern;
import tsunagu.conversation.cues.Cue;

/** Whether words about taking part ask how one joins, or who has. */
final class Joining {
    private static final String JOINS =
            "(?:参加|加入|入会|入(?=れ|って|っても|るには)|会議に出)(?:でき|して|するに|し?たい|は|れ|られ|って|は可|可能|しても|っても|るには)";

    /** After who somebody is: 「…なんですけど参加できますか」. */
    private static final Pattern SOMEBODY_JOINS = Pattern.compile(
            "(?:^|ですが|ですけど|だけど|けれど|なので|ですので|ません|ない(?:です)?(?:けど|が)|でも|ても|[。、!\\s]|連れで|のまま)[、。\\s]*" + JOINS);

    private static final Pattern PARTICIPANTS = Pattern.compile(
            "参加者(?:数|の数|(?:は|って)何[人名])|(?:入って|加入して|参加して)い?る(?:人|団体|個人)(?:は|って|が)?[、\\s]*(?:何|いく|どれ|どの)");

    private static final Pattern LOCALLY = Pattern.compile("地域(?:で|に|の(?:活動|ため|人|役))|地域活動");

    /** 「参加する余裕がない人は多いですか」 asks of others, and not how to join. */
    private static final Pattern OF_OTHERS = Pattern.compile("(?:人|方|世代|世帯|若者|住民)(?:たち)?(?:は|が|って)(?:多|少な|増え|減|どれ|どの)");

    /** 「PTAとして参加するには」「民生委員ですが参加できますか」: a group or its member joins, and is not looked for. */
    private static final Pattern AS_SOMEBODY = Pattern.compile("(?:として|(?:です|だ)(?:が|けど|けれど))[、\\s]*" + JOINS);

    /** 「北東部にはどんな団体が参加しているの」: the kinds of members, which are told of networks as such. */
    private static final Pattern WHO_IS_IN =
            Pattern.compile("(?:どんな|どういう|どのような)(?:団体|組織|人|方|ところ|メンバー)(?:たち)?が(?:入|はい|参加|加入|所属|い(?:る|ます))");

    private Joining() {}

    /** 「車いすなんですけど参加できますか」: who would join is told, and not what. */
    static boolean asksForSomebody(Situation s) {
        String words = s.places().rest();
        boolean somebody = AS_SOMEBODY.matcher(words).find()
                || !s.cues().namesGroups() && SOMEBODY_JOINS.matcher(words).find();
        return s.cues().has(Cue.JOIN) && somebody;
    }

    /** 「何か地域でできることはないですか」: whatever else is said of oneself. */
    static boolean joinsSomehow(Situation s) {
        return s.cues().has(Cue.JOIN)
                && !s.cues().namesGroups()
                && !s.cues().has(Cue.CONTENT)
                && !OF_OTHERS.matcher(s.places().rest()).find()
                && LOCALLY.matcher(s.places().rest()).find();
    }

    static boolean asksWhoIsIn(Situation s) {
        return WHO_IS_IN.matcher(s.places().rest()).find();
    }

    static boolean countsParticipants(Situation s) {
        return PARTICIPANTS.matcher(s.places().rest()).find();
    }
}
