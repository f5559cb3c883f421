package tsunagu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days as people say them on Sunday, 22 November 2026. */
class DateReaderTest {
    private static final DateReader READER =
            new DateReader(Clock.fixed(Instant.parse("2026-11-22T03:00:00Z"), ZoneId.of("Asia/Tokyo")));

    @ParameterizedTest
    @CsvSource({
        "今日,2026-11-22,2026-11-22",
        "明日の行事,2026-11-23,2026-11-23",
        "明後日,2026-11-24,2026-11-24",
        "あさって何かある？,2026-11-24,2026-11-24",
        "今週末,2026-11-21,2026-11-22",
        "来週末,2026-11-28,2026-11-29",
        "来週,2026-11-23,2026-11-29",
        "今月,2026-11-01,2026-11-30",
        "来月,2026-12-01,2026-12-31",
        "来月の第2土曜,2026-12-12,2026-12-12",
        "１２月の第３日曜日,2026-12-20,2026-12-20",
        "今度の土曜,2026-11-28,2026-11-28",
        "来週の水曜日,2026-11-25,2026-11-25",
        "3月1日,2027-03-01,2027-03-01",
        "令和9年3月1日,2027-03-01,2027-03-01",
        "2026年12月5日,2026-12-05,2026-12-05",
        "12/5,2026-12-05,2026-12-05",
        "12月5日から7日まで,2026-12-05,2026-12-07",
        "12月28日〜1月3日,2026-12-28,2027-01-03",
        "12月上旬,2026-12-01,2026-12-10",
        "1月,2027-01-01,2027-01-31",
        "今年度,2026-04-01,2027-03-31",
        "来年,2027-01-01,2027-12-31",
        "12月10日まで,2026-11-22,2026-12-10",
        "this weekend,2026-11-21,2026-11-22",
        "下个月,2026-12-01,2026-12-31",
        "다음 주,2026-11-23,2026-11-29"
    })
    void readsDays(String words, LocalDate from, LocalDate to) {
        assertThat(READER.find(words)).contains(DateRange.of(from, to));
    }

    /** Around the ends of months, years, fiscal years and eras, and leap days. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-31,明日,2026-02-01,2026-02-01",
        "2026-01-31,来月,2026-02-01,2026-02-28",
        "2026-12-31,来月,2027-01-01,2027-01-31",
        "2026-12-31,明後日,2027-01-02,2027-01-02",
        "2026-12-31,今週末,2027-01-02,2027-01-03",
        "2026-12-28,来週,2027-01-04,2027-01-10",
        "2026-12-31,来月の第1土曜,2027-01-02,2027-01-02",
        "2026-12-31,1月5日,2027-01-05,2027-01-05",
        "2026-12-31,12月31日,2026-12-31,2026-12-31",
        "2027-01-01,12月31日,2027-12-31,2027-12-31",
        "2027-01-01,昨日,2026-12-31,2026-12-31",
        "2026-12-31,来年,2027-01-01,2027-12-31",
        "2027-11-30,再来月,2028-01-01,2028-01-31",
        "2028-02-28,明日,2028-02-29,2028-02-29",
        "2027-02-28,明日,2027-03-01,2027-03-01",
        "2028-01-31,来月,2028-02-01,2028-02-29",
        "2026-11-22,2月29日,2028-02-29,2028-02-29",
        "2028-02-29,2月29日,2028-02-29,2028-02-29",
        "2028-03-01,2月29日,2032-02-29,2032-02-29",
        "2028-02-01,2月下旬,2028-02-21,2028-02-29",
        "2027-03-31,今年度,2026-04-01,2027-03-31",
        "2027-04-01,今年度,2027-04-01,2028-03-31",
        "2027-03-31,来年度,2027-04-01,2028-03-31",
        "2027-04-01,昨年度,2026-04-01,2027-03-31",
        "2026-11-22,平成31年4月30日,2019-04-30,2019-04-30",
        "2026-11-22,令和元年5月1日,2019-05-01,2019-05-01",
        "2026-11-22,昭和64年1月7日,1989-01-07,1989-01-07",
        "2026-11-22,平成元年1月8日,1989-01-08,1989-01-08",
        "2027-01-30,今月の第5土曜,2027-01-30,2027-01-30"
    })
    void readsDaysAcrossBoundaries(LocalDate today, String words, LocalDate from, LocalDate to) {
        ZoneId zone = ZoneId.of("Asia/Tokyo");
        var reader =
                new DateReader(Clock.fixed(today.atTime(23, 30).atZone(zone).toInstant(), zone));
        assertThat(reader.find(words)).contains(DateRange.of(from, to));
    }

    @ParameterizedTest
    @CsvSource({"3月1日以降,2027-03-01", "来月から,2026-12-01", "明日以降,2026-11-23"})
    void readsDaysWithoutAnEnd(String words, LocalDate from) {
        assertThat(READER.find(words)).contains(DateRange.since(from));
    }

    @ParameterizedTest
    @CsvSource({"青嵐中", "2月30日", "13月1日", "来月の第5土曜", "第9土曜", "188-0011", "042-420-2821"})
    void readsNoDaysWhereThereAreNone(String words) {
        assertThat(READER.find(words)).isEmpty();
    }

    @Property
    void readsAnything(@ForAll String words) {
        READER.find(words)
                .ifPresent(days ->
                        assertThat(days.to().filter(days.from()::isAfter)).isEmpty());
    }

    @Property
    void readsAnythingAroundADate(@ForAll String before, @ForAll String after) {
        READER.find(before + "12月5日" + after);
        READER.find("令和" + after + "年第" + before + "土曜");
    }

    @ParameterizedTest
    @CsvSource({
        "令和6年度,2024",
        "R6,2024",
        "平成27年,2015",
        "H27年度,2015",
        "令和元年,2019",
        "昭和64年,1989",
        "2023年2月,2023",
        "平成二十七年,2015"
    })
    void readsYearsOfEitherCalendar(String words, int year) {
        assertThat(Years.find(Folding.width(words))).contains(year);
    }

    @Test
    void saysYearsInTheJapaneseCalendar() {
        assertThat(Years.inEra(2024)).isEqualTo("令和6年");
        assertThat(Years.inEra(2019)).isEqualTo("令和元年");
        assertThat(Years.inEra(2015)).isEqualTo("平成27年");
    }
}
