package tsunagu.conversation.feedback;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** One resident's word on one answer. */
@MappedEntity("answer_feedback")
public record FeedbackRow(@Id UUID id, String municipality, String topic, boolean helped, Instant givenAt) {}
