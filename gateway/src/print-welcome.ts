/** What somebody sees who has started the platform: where it is, and how to get in. */

/** Demo accounts in the order of the main job; all have one password. */
const accounts = [
  ['requester', '申请医生 grassroots doctor'],
  ['expert1', '专家 expert'],
  ['expert2', '专家 expert'],
  ['coordinator', '会诊调度 coordinator'],
  ['patient', '患者 patient'],
  ['pharmacist', '药师 pharmacist'],
  ['finance', '财务 finance officer'],
  ['auditor', '审计 auditor'],
  ['admin', '管理员 administrator'],
  ['partner', '合作应用 partner app'],
] as const;

interface Welcome {
  readonly host: string;
  readonly port: number;
  readonly demo: boolean;
  readonly seconds: number;
}

export function printWelcome({ host, port, demo, seconds }: Welcome): void {
  const address = `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`;
  const lines = [
    '',
    `  会诊 Huizhen is ready after ${seconds.toFixed(1)} s`,
    '',
    `  Pages        ${address}`,
    `  Endpoint     ${address}/graphql   (HTTP, WebSocket, event streams)`,
    `  Playground   ${address}/graphql   in a browser`,
    `  Health       ${address}/health/ready`,
    ...(demo ? accountLines() : []),
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function accountLines(): string[] {
  const rows = accounts.map(([name, role]) => `    ${name.padEnd(12)} ${role}`);
  return ['', '  Demo accounts, password huizhen-demo:', ...rows];
}
