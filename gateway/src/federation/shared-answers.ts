/**
 * Equal questions that one person asks at the same time are answered once: a wall of dashboards costs one execution.
 *
 * Nobody may be told something older than what they know already. Whoever has seen a mutation's answer or an event asks again
 * and must see what it changed. So an execution can be joined only as long as this gateway has told nobody anything since it began.
 */
interface Flight<Answer> {
  readonly answer: Promise<Answer>;
  readonly ending: AbortController;
  waiting: number;
}

export class SharedAnswers<Answer> {
  private flights = new Map<string, Flight<Answer>>();
  private joined = 0;

  /** How many questions were answered by another's execution. */
  get shared(): number {
    return this.joined;
  }

  /** Something has changed that somebody knows of now: what is under way may be older, and nobody joins it any more. */
  changed(): void {
    if (this.flights.size > 0) this.flights = new Map();
  }

  /** @param key everything that the answer depends on, who asks included */
  async share(
    key: string,
    signal: AbortSignal | undefined,
    execute: (signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer> {
    const known = this.flights.get(key);
    if (known) this.joined += 1;
    const flight = known ?? this.start(key, execute);
    flight.waiting += 1;
    // The execution goes on as long as one of those who asked still waits for it.
    const leave = () => {
      flight.waiting -= 1;
      if (flight.waiting === 0) flight.ending.abort();
    };
    signal?.addEventListener('abort', leave, { once: true });
    try {
      return await flight.answer;
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  }

  private start(key: string, execute: (signal: AbortSignal) => Promise<Answer>): Flight<Answer> {
    const { flights } = this;
    const ending = new AbortController();
    const flight: Flight<Answer> = { answer: execute(ending.signal), ending, waiting: 0 };
    flights.set(key, flight);
    const end = () => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    flight.answer.then(end, end);
    ending.signal.addEventListener('abort', end, { once: true });
    return flight;
  }
}
