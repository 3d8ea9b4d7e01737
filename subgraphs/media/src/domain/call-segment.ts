/** One stay of one participant, from joining to leaving; a rejoin is another one. */
export class CallSegment {
  id!: string;
  roomId!: string;
  /** LiveKit's id of this stay. */
  participantSid!: string;
  /** LiveKit's id of the room's present life; a room that ran empty gets a new one. */
  sessionSid!: string;
  identity!: string;
  joinedAt!: Date;
  leftAt!: Date | null;
}
