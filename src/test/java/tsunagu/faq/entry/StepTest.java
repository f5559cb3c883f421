package tsunagu.faq.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of an entry's life, written out: a change of it is a change of this. */
class StepTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # step    | DRAFT | IN_REVIEW | APPROVED | SCHEDULED | PUBLISHED | EXPIRED | WITHDRAWN | leads to  | by
        SAVE      | yes   | yes       | yes      | yes       | yes       | yes     | yes       | DRAFT     | EDITOR
        SUBMIT    | yes   | no        | no       | no        | no        | no      | no        | IN_REVIEW | EDITOR
        SEND_BACK | no    | yes       | yes      | no        | no        | no      | no        | DRAFT     | APPROVER
        APPROVE   | no    | yes       | no       | no        | no        | no      | no        | APPROVED  | APPROVER
        PUBLISH   | no    | no        | yes      | no        | no        | no      | no        | PUBLISHED | APPROVER
        SCHEDULE  | no    | no        | yes      | no        | no        | no      | no        | SCHEDULED | APPROVER
        WITHDRAW  | yes   | yes       | yes      | yes       | yes       | yes     | no        | WITHDRAWN | APPROVER
        BEGIN     | no    | no        | no       | yes       | no        | no      | no        | PUBLISHED | time
        EXPIRE    | no    | no        | no       | no        | yes       | no      | no        | EXPIRED   | time
        """)
    void isTakenFromTheseStatesByThese(
            Step step,
            String draft,
            String inReview,
            String approved,
            String scheduled,
            String published,
            String expired,
            String withdrawn,
            State leadsTo,
            String by) {
        String[] allowed = {draft, inReview, approved, scheduled, published, expired, withdrawn};
        for (State state : State.values()) {
            assertThat(step.isAllowedFrom(state))
                    .as("%s from %s", step, state)
                    .isEqualTo(allowed[state.ordinal()].equals("yes"));
        }
        assertThat(step.to()).isEqualTo(leadsTo);
        assertThat(step.by().map(Enum::name).orElse("time")).isEqualTo(by);
    }

    @Test
    void everyStateIsLeftByAStepAndReachedByOne() {
        for (State state : State.values()) {
            assertThat(Arrays.stream(Step.values()).anyMatch(step -> step.isAllowedFrom(state)))
                    .isTrue();
            assertThat(Arrays.stream(Step.values()).anyMatch(step -> step.to() == state))
                    .isTrue();
        }
    }
}
