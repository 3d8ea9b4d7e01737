/**
 * What a live stream that has nothing to tell yet may begin with: the place where it stands, so that the gateway can go on from
 * there when the stream is lost before its first event. Clients never see it.
 */
export class StreamOpened {
  readonly cursor: string;

  constructor(cursor: string) {
    this.cursor = cursor;
  }
}
