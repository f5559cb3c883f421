package tsunagu.groups;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tsunagu.areas.MunicipalityId;
import tsunagu.groups.request.Request;
import tsunagu.groups.request.RequestStep;
import tsunagu.groups.request.Requests;

/** The residents' side of requests: asked for with consent, sent, taken back, forgotten. */
@Singleton
public class GroupRequests {
    private final Requests requests;
    private final Clock clock;

    GroupRequests(Requests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /** After how many days what was sent is deleted. */
    public long days() {
        return requests.keep().toDays();
    }

    /** What the conversation is being asked for; empty where nothing was begun, or too long ago. */
    public Optional<GroupRequest> findDraft(String conversation) {
        return requests.findDraft(conversation).map(this::told);
    }

    /** @param language tag of the language to go on in */
    public GroupRequest begin(String conversation, Gathering group, String language) {
        return told(requests.begin(
                conversation,
                group.municipality().value(),
                Optional.of(group.id()),
                Optional.empty(),
                group.name(),
                language));
    }

    /** @param language tag of the language to go on in */
    public GroupRequest begin(String conversation, OpenStint stint, String language) {
        MunicipalityId municipality = stint.municipality();
        return told(requests.begin(
                conversation,
                municipality.value(),
                Optional.empty(),
                Optional.of(stint.id()),
                stint.title(),
                language));
    }

    public void consented(String conversation) {
        step(conversation, RequestStep.CALLED, Optional.empty(), Optional.empty());
    }

    public void called(String conversation, String called) {
        step(conversation, RequestStep.REACH, Optional.of(called), Optional.empty());
    }

    public void reach(String conversation, String reach) {
        step(conversation, RequestStep.CONFIRM, Optional.empty(), Optional.of(reach));
    }

    private void step(String conversation, RequestStep step, Optional<String> called, Optional<String> reach) {
        requests.findDraft(conversation)
                .ifPresent(draft ->
                        requests.step(draft, step, called.orElse(draft.called()), reach.orElse(draft.reach())));
    }

    /** From now on staff see it. */
    public void send(String conversation) {
        requests.findDraft(conversation).ifPresent(requests::send);
    }

    public void dropDraft(String conversation) {
        requests.dropDraft(conversation);
    }

    /** What a conversation has sent and not taken back, the oldest first. */
    public List<GroupRequest> listSent(String conversation) {
        return requests.listSent(conversation).stream().map(this::told).toList();
    }

    public void withdraw(String conversation, GroupRequest request) {
        requests.listSent(conversation).stream()
                .filter(one -> one.id().equals(request.id()))
                .forEach(requests::withdraw);
    }

    /** Everything of a conversation, at once and for good. */
    public void forget(String conversation) {
        requests.forget(conversation);
    }

    private GroupRequest told(Request request) {
        return new GroupRequest(
                request.id(),
                request.group(),
                request.stint(),
                request.subject(),
                GroupRequest.Step.valueOf(request.step().name()),
                request.called(),
                request.reach(),
                request.language(),
                request.expiresAt().atZone(clock.getZone()).toLocalDate());
    }
}
