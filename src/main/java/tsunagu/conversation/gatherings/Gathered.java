package tsunagu.conversation.gatherings;

import jakarta.inject.Singleton;

/** All that is answered from what staff have registered. */
@Singleton
public record Gathered(GatheringAnswers groups, StintAnswers stints, NewcomerAnswers newcomers) {}
