/** Two soft notes for a new invitation, made by the browser itself. Off unless somebody wants them; remembered on this device. */
const key = 'huizhen.web.expert.chime';
const notes = [660, 880];
const listeners = new Set<() => void>();
let context: AudioContext | undefined;

export const chime = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  wanted: (): boolean => localStorage.getItem(key) === 'on',

  /** Heard at once, so that one knows what to listen for. */
  want(wanted: boolean): void {
    localStorage.setItem(key, wanted ? 'on' : 'off');
    if (wanted) void play();
    for (const listener of listeners) listener();
  },

  ring(): void {
    if (chime.wanted()) void play();
  },
};

async function play(): Promise<void> {
  context ??= new AudioContext();
  // Browsers keep a page silent until somebody has pressed something in it.
  await context.resume();
  notes.forEach((frequency, index) => sound(context, frequency, index * 0.18));
}

function sound(audio: AudioContext | undefined, frequency: number, after: number): void {
  if (!audio) return;
  const [tone, loudness] = [audio.createOscillator(), audio.createGain()];
  const start = audio.currentTime + after;
  tone.frequency.value = frequency;
  loudness.gain.setValueAtTime(0, start);
  loudness.gain.linearRampToValueAtTime(0.12, start + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.001, start + 0.5);
  tone.connect(loudness).connect(audio.destination);
  tone.start(start);
  tone.stop(start + 0.5);
}
