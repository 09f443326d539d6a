import type { CaseWords } from './case-words.ts'

export const zhCNCase: CaseWords = {
  chronology: {
    lead: '按时间列出所有有日期的事项，并注明附件与页码。合同终止以粗体标出。',
    heads: ['日期', '时间', '事项', '编号', '页码'],
    closingBegins: '以下为与销号有关的事项',
    silence: (days) => `${days} 天没有记录`,
    note: (zone) => `时间为${zone}。只有日期的，表示文件或记录中没有写明时间。`,
    earlierEntries: (page) => `首次联系运营商之前的账单与付款见第${page}页。`,
    contractSigned: (number) => `签订合同${number === '' ? '' : ` ${number}`}`,
    documentIssued: (kind) => `签发证件：${kind}`,
    attorneyIssued: '出具委托书',
    applied: '提交解约申请',
    signed: (number) => `签订解约协议${number === '' ? '' : ` ${number}`}`,
    contractEnded: '合同终止',
    contractEnds: '合同终止日',
    confirmed: '收到注销确认',
    deviceReturned: (device) => `归还设备：${device}`,
    packMade: '生成本材料'
  },
  contacts: {
    lead: (count, outgoing, incoming) =>
      `共 ${count} 次往来，其中发出 ${outgoing} 次，收到 ${incoming} 次。内容由用户录入。`,
    heads: ['编号', '时间', '对方与方式', '内容与下一步', '证据'],
    directions: { out: '发出', in: '收到' },
    how: (direction, channel) => `${direction}·${channel}`,
    channels: {
      call: '电话',
      email: '电子邮件',
      chat: '在线聊天',
      letter: '信函',
      shop: '营业厅',
      sms: '短信',
      other: '其他方式'
    },
    purposes: {
      closing: '销号',
      claim: '索赔',
      refund: '退款',
      documents: '文件',
      other: '其他'
    },
    minutes: (count) => `${count} 分钟`,
    reference: (number) => `受理编号：${number}`,
    promised: (what) => `对方承诺：${what}`,
    promisedBy: (on) => `承诺期限：${on}`,
    kept: (on) => `已于${on}标记为完成`,
    ask: { head: '用户对运营商的请求。', on: (on) => `${on}的联系：` },
    note: '箭头向右表示由用户发出，向左表示由用户收到。用户所在地时间不同的，另行注明。'
  },
  terms: {
    title: '合同中的解约条款',
    endsOn: '最低合约期至',
    notice: '提前通知期',
    noticeDays: (count) => `${count} 天`,
    penalty: '提前解约违约金',
    note: '备注'
  },
  equipment: {
    title: '设备',
    heads: ['设备', '序列号、IMEI', '状况与交接', '证据'],
    kinds: {
      phone: '手机',
      tablet: '平板电脑',
      router: '路由器',
      modem: '调制解调器',
      'tv-box': '电视盒',
      other: '设备'
    },
    imei: (number) => `IMEI ${number}`,
    serial: (number) => `序列号 ${number}`,
    accountsRemoved: '账号已移除',
    locksOff: '锁已解除',
    returned: (on, to) => (to === '' ? `${on}交还` : `${on}交还：${to}`),
    notReturned: '尚未交还',
    tracking: (number) => `收据或运单：${number}`,
    nothing: '用户说明没有需要归还的设备：合同未附带设备。'
  },
  evidence: {
    lead: '左侧为用户的主张，右侧为相应证据，主张下方说明评定的理由。',
    heads: ['编号', '主张', '状态', '证据', '页码'],
    more: (count) => `另有 ${count} 份`,
    request: (on) => `已于${on}提出解约申请`,
    settled: (sum) => `没有欠费：${sum}`,
    owed: (sum) => `尚欠${sum}`,
    agreement: (signedOn, effectiveOn) =>
      [
        signedOn === null ? '协议尚未签订' : `协议于${signedOn}签订`,
        ...(effectiveOn === null ? [] : [`合同于${effectiveOn}终止`])
      ].join('，'),
    returned: (on) => `设备已于${on}归还`,
    nothingToReturn: '没有需要归还的设备',
    confirmation: (on) => `销号已于${on}获确认`,
    weak: () => '薄弱处：',
    reasons: {
      nothing: '既无陈述，也无文件。',
      papersWithoutFacts: '已有文件，但档案中没有可由其证明的内容。',
      onlyStated: '本材料中没有文件，仅有用户的陈述。',
      partlyProven: '文件只证明其中一部分，其余仅有用户的陈述。',
      oneDocument: '有一份文件证明。',
      corroborated: '有两份以上不同的文件证明。',
      documentExpires: (on) => `证件将于或已于${on}到期`,
      stillOwed: (sum) => `尚欠${sum}`,
      paymentUnproven: (count) => `有 ${count} 笔付款没有凭证`,
      deviceUnproven: (devices) => `没有归还凭证：${devices}`,
      nothingToReturn: '合同未附带设备。'
    },
    note: '状态由程序按与屏幕相同的规则得出：只看文件是否存在并可打开，不看内容。“仅本人陈述”特意保留：本材料同样列出薄弱之处。',
    byHand: '用户手动标记',
    byHandLead: '以下步骤状态由用户自行标记并说明理由，不影响上面的评定。',
    byHandHeads: ['步骤', '状态', '时间', '理由'],
    steps: {
      account: '账户信息',
      identity: '身份证件',
      contact: '联系客服',
      payments: '清偿欠款',
      agreement: '解约协议',
      equipment: '归还设备',
      confirmation: '注销确认'
    },
    states: {
      open: '未开始',
      'in-progress': '进行中',
      waiting: '等待答复',
      done: '已完成',
      'not-needed': '无需办理'
    }
  }
}
