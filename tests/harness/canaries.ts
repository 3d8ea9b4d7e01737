/** Words that occur nowhere else: those of one made-up patient, to be looked for afterwards. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

export class Canaries {
  readonly name = '欧阳鸢尾';
  readonly phone = '13987650421';
  readonly address = '云杉路鸢尾巷七号';
  readonly identityNumber = withCheckDigit('11010519770707002');
  readonly observation = '鸢尾观察所见';
  readonly reason = '鸢尾来诊缘由请协助';
  readonly summary = '鸢尾病情摘要：女，四十九岁，近两周收缩压持续偏高，服药后未见好转，请指导。';
  readonly diagnosis = '鸢尾诊断';
  readonly advice = '鸢尾建议用药';
  readonly conclusion = '鸢尾结论照办';
  readonly note = '鸢尾备注';

  private all(): string[] {
    const { name, phone, address, identityNumber, observation } = this;
    const { reason, summary, diagnosis, advice, conclusion, note } = this;
    return [name, phone, address, identityNumber, observation, reason, summary, diagnosis, advice, conclusion, note];
  }

  /** The canaries in a text, in whatever way it may have been written. */
  foundIn(text: string): string[] {
    const haystack = text.toLowerCase();
    return this.all().filter((canary) => writings(canary).some((writing) => haystack.includes(writing.toLowerCase())));
  }

  /** A bundle that holds all that a patient brings. */
  bundle(seed: string): string {
    const patient = `urn:uuid:${seed}`;
    return JSON.stringify({
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [
        {
          fullUrl: patient,
          resource: {
            resourceType: 'Patient',
            name: [{ text: this.name }],
            gender: 'female',
            birthDate: '1977-07-07',
            identifier: [{ system: 'urn:oid:2.16.156.10011.1.3', value: this.identityNumber }],
            telecom: [{ system: 'phone', value: this.phone }],
            address: [{ text: this.address }],
          },
        },
        {
          fullUrl: `${patient}-o`,
          resource: {
            resourceType: 'Observation',
            status: 'final',
            subject: { reference: patient },
            code: { coding: [{ system: 'http://loinc.org', code: '8480-6', display: this.observation }] },
            effectiveDateTime: '2026-10-02T09:30:00+08:00',
            valueString: this.observation,
          },
        },
      ],
    });
  }
}

/** As it is, escaped as JSON or for an address, and as hexadecimal or Base64 bytes. */
function writings(word: string): string[] {
  const bytes = Buffer.from(word);
  const escaped = [...word].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  // Base64 of a text inside a longer one begins at any of three places; its middle is the same then.
  const base64 = [0, 1, 2].map((shift) => {
    const shifted = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replaceAll('=', '');
    return shifted.slice(shift === 0 ? 0 : 4, -2);
  });
  return [word, encodeURIComponent(word), escaped, bytes.toString('hex'), ...base64.filter((part) => part.length > 10)];
}

/** GB 11643: the last digit follows from the others. */
function withCheckDigit(digits: string): string {
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (weights[at] ?? 0), 0);
  return digits + '10X98765432'.charAt(sum % 11);
}
