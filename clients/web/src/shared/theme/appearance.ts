/** Light or dark: what the system says, unless somebody has chosen. */
export type Choice = 'system' | 'light' | 'dark';

const key = 'huizhen.web.appearance';
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

export const appearance = {
  choice: readChoice(),

  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    systemIsDark.addEventListener('change', listener);
    return () => {
      listeners.delete(listener);
      systemIsDark.removeEventListener('change', listener);
    };
  },

  shade(): 'light' | 'dark' {
    if (appearance.choice !== 'system') return appearance.choice;
    return systemIsDark.matches ? 'dark' : 'light';
  },

  choose(choice: Choice): void {
    appearance.choice = choice;
    localStorage.setItem(key, choice);
    for (const listener of listeners) listener();
  },
};

function readChoice(): Choice {
  const kept = localStorage.getItem(key);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}
