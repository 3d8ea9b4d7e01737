/** Everything that the account bar says, in both languages. */
export type Language = 'zh' | 'en';

export interface Words {
  readonly title: string;
  readonly account: string;
  readonly otherAccount: string;
  readonly username: string;
  readonly password: string;
  readonly oneTimeCode: string;
  readonly signIn: string;
  readonly switchTo: string;
  readonly signOut: string;
  readonly nobody: string;
  readonly tokenUntil: (time: string, minutes: number) => string;
  readonly offline: string;
  readonly language: string;
  readonly explain: string;
  readonly explainNext: string;
  readonly milliseconds: (count: number) => string;
  readonly representations: (count: number) => string;
  readonly roles: Readonly<Record<string, string>>;
}

const zh: Words = {
  title: '接口演练场',
  account: '账号',
  otherAccount: '其他账号…',
  username: '用户名',
  password: '密码',
  oneTimeCode: '动态验证码',
  signIn: '登录',
  switchTo: '切换',
  signOut: '退出',
  nobody: '未登录',
  tokenUntil: (time, minutes) => `令牌 ${time} 到期，剩 ${minutes} 分钟`,
  offline: '连不上服务器：请检查网络后再登录。',
  language: 'English',
  explain: '查询计划',
  explainNext: '运行一次查询，这里就会列出它问了哪些子图、各用多久，以及查询计划。',
  milliseconds: (count) => `${count} 毫秒`,
  representations: (count) => `${count} 个实体`,
  roles: {
    REQUESTER: '申请医生',
    EXPERT: '专家',
    COORDINATOR: '调度员',
    PATIENT: '患者',
    PHARMACIST: '药师',
    FINANCE: '财务',
    AUDITOR: '审计员',
    ADMIN: '管理员',
    PARTNER: '合作方',
  },
};

const en: Words = {
  title: 'API playground',
  account: 'Account',
  otherAccount: 'Another account…',
  username: 'Username',
  password: 'Password',
  oneTimeCode: 'One-time code',
  signIn: 'Sign in',
  switchTo: 'Switch',
  signOut: 'Sign out',
  nobody: 'Not signed in',
  tokenUntil: (time, minutes) => `token until ${time}, ${minutes} min left`,
  offline: 'The server cannot be reached: check the network, then sign in again.',
  language: '中文',
  explain: 'Query plan',
  explainNext: 'Run a query: here you will see which subgraphs it asked, how long each took, and its plan.',
  milliseconds: (count) => `${count} ms`,
  representations: (count) => (count === 1 ? '1 entity' : `${count} entities`),
  roles: {
    REQUESTER: 'Requesting doctor',
    EXPERT: 'Expert',
    COORDINATOR: 'Coordinator',
    PATIENT: 'Patient',
    PHARMACIST: 'Pharmacist',
    FINANCE: 'Finance officer',
    AUDITOR: 'Auditor',
    ADMIN: 'Administrator',
    PARTNER: 'Partner',
  },
};

export const words: Readonly<Record<Language, Words>> = { zh, en };
