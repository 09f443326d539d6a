import { RECIPIENT_WORDS } from './recipient-words.ts'
import { SUPPLEMENT_WORDS } from './supplement-words.ts'
import { VOLUME_WORDS } from './volume-words.ts'
import { FACT, type Words } from './words.ts'
import { zhCNCase } from './zh-CN-case.ts'
import { zhCNProof } from './zh-CN-proof.ts'

const bold = (text: string) => `${FACT}${text}${FACT}`
const stated = (isStatedOnly: boolean) => (isStatedOnly ? '（用户陈述）' : '')

export const zhCN: Words = {
  ...zhCNCase,
  ...zhCNProof,
  recipient: RECIPIENT_WORDS['zh-CN'],
  supplement: SUPPLEMENT_WORDS['zh-CN'],
  volume: VOLUME_WORDS['zh-CN'],
  joins: {
    comma: '，',
    list: '、',
    semicolon: '；',
    colon: '：',
    sentence: '',
    stop: '。',
    bracketed: (text, inside) => `${text}（${inside}）`
  },
  kind: '销号存证材料 · 供处理争议使用',
  titleClosed: (number) => `号码 ${number} 已销号`,
  titleClosing: (number) => `号码 ${number} 正在销号`,
  head: (number) => `${number} 销号存证材料`,
  specimen: 'SPECIMEN · 样张',
  parts: {
    cover: '封面',
    index: '目录',
    identity: '用户与号码',
    chronology: '时间线',
    payments: '与运营商的结算',
    contacts: '联系记录',
    agreement: '协议与设备',
    confirmation: '销号确认',
    evidence: '逐项证据',
    verification: '验证说明',
    checksums: '校验值'
  },
  continued: (title) => `${title}（续）`,
  categories: {
    A: '身份',
    B: '付款',
    C: '合同与协议',
    D: '与运营商的联系',
    E: '设备',
    F: '销号确认',
    G: '其他'
  },
  page: (page) => `第${page}页`,
  bookmarkPage: (page) => `第${page}页`,
  stampOwn: (code, part) => `材料 ${code} · ${part}`,
  stampExhibit: ['附件 ', (page, of, code) => ` · 第 ${page} 页，共 ${of} 页 · 材料 ${code}`],
  asStated: '本人陈述',
  computed: '计算得出',
  yes: '是',
  no: '否',

  result: {
    ended: (on, isStatedOnly) => `合同已于${bold(on)}终止${stated(isStatedOnly)}。`,
    ends: (on, isStatedOnly) => `合同将于${bold(on)}终止${stated(isStatedOnly)}。`,
    owed: (sum) => `尚欠${bold(sum)}。`,
    nothingOwed: (sum, isStatedOnly) => `欠费${bold(sum)}${stated(isStatedOnly)}。`,
    credit: (sum, isStatedOnly) => `没有欠费，用户尚有预存余额${bold(sum)}${stated(isStatedOnly)}。`,
    returned: (on) => `设备已于${bold(on)}归还。`,
    confirmed: (on) => (on === null ? '运营商已确认销号。' : `运营商已于${bold(on)}确认销号。`),
    confirmedAsStated: (on) => `据用户陈述，运营商已于${on}确认销号，本材料中没有相应文件。`,
    awaitedSince: (on) => `自${bold(on)}起等待运营商确认，尚未收到。`,
    notConfirmed: '尚未收到运营商的确认。'
  },
  facts: {
    subscriber: '用户',
    operator: '运营商',
    document: '证件',
    contract: '合同',
    account: '账户号',
    endedOn: '终止日期',
    plannedOn: '计划销号日期',
    period: '材料期间',
    replyTo: '回复地址',
    reference: '受理编号',
    contractOf: (on) => `${on}签订`
  },
  points: {
    title: '六项义务的状态',
    heads: ['事项', '状态', '证据（页码）'],
    names: {
      identity: '身份已证明',
      request: '已提出解约申请',
      dues: '费用已结清',
      agreement: '已签订解约协议',
      equipment: '设备已归还',
      confirmation: '销号已获确认'
    },
    states: { corroborated: '多方印证', documented: '有文件', stated: '仅本人陈述', none: '无证据' },
    note: '“多方印证”指有两份以上不同的文件，“有文件”指有一份；文件均在本材料中并可打开。程序只检查文件是否存在，不检查内容。',
    partly: '部分',
    more: (count) => `等，另有 ${count} 份`
  },
  contents: {
    head: '内容。',
    text: ({ index, own, exhibits, count, checks }) =>
      [
        `第${index}页为目录；${own === null ? '' : `第${own}页为用户录入的情况；`}`,
        exhibits === null ? '没有附件；' : `第${exhibits}页为 ${count} 份附件；`,
        `第${checks}页说明如何核对文件的校验值。印刷页码与 PDF 页码一致。`
      ].join('')
  },
  packBlock: {
    pack: '编号',
    madeAt: '生成时间',
    extent: '页数',
    program: '程序',
    manifest: '清单 SHA-256',
    extentText: (pages, exhibits) => `${pages} 页，附件 ${exhibits} 份`,
    zoneNote: (zone) =>
      zone === 'Europe/Moscow'
        ? '除另有注明外，文中时间均为莫斯科时间（UTC+3）。'
        : `除另有注明外，文中时间以 ${zone} 时区为准。`
  },
  stampBox: '收文登记栏',

  index: {
    lead: '点击编号、名称或页码即可跳转。附件编号使用拉丁字母，一经给出不再更改。',
    heads: ['编号', '日期', '名称', '页码'],
    ownPages: '材料本身的页',
    checks: '验证说明与校验值',
    undated: '无日期',
    attachedFlag: '文件附于PDF',
    unreadableFlag: '无法打开',
    missingFlag: '文件缺失',
    formerly: (numbers) => `原编号 ${numbers}`
  },
  identity: {
    lead: '本页部分号码以圆点遮盖，附件中完整可见。“本人陈述”指由用户填写。',
    subscriber: '用户',
    names: { latin: '拉丁字母姓名', cyrillic: '俄文姓名', chinese: '中文姓名' },
    bornOn: '出生日期',
    document: '身份证件',
    documentKind: '种类',
    documentNumber: '号码',
    issuedBy: '签发机关',
    issuedOn: '签发日期',
    expiresOn: '有效期至',
    issuedAndExpires: '签发与到期',
    onEnd: '合同终止之日',
    valid: (days) => `有效，距到期 ${days} 天`,
    expired: (days) => `已过期 ${days} 天`,
    numberAndContract: '号码与合同',
    phoneNumber: '电话号码',
    operator: '运营商',
    legalName: '法人名称',
    taxNumber: '纳税人识别号（ИНН）',
    readOn: (on) => `${on} 查阅`,
    unconfirmed: '未经核实，',
    sim: 'SIM 卡号（ICCID）',
    contract: '合同',
    account: '账户号',
    reason: '销号原因',
    tariff: '套餐',
    representative: '代理人',
    representativeName: '姓名',
    attorney: '委托书',
    notary: '公证员',
    mayReceiveMoney: '可代收款项',
    forReply: '回复方式',
    address: '邮寄地址',
    email: '电子邮箱',
    phone: '联系电话',
    kinds: { passport: '护照', 'id-card': '身份证', 'residence-permit': '居留证', other: '其他证件' },
    reasons: {
      moving: '移居国外',
      'new-number': '更换号码',
      'not-used': '不再使用',
      cost: '费用原因',
      other: '其他原因'
    }
  },
  proofs: '本部分的附件',
  proofsNone: '本材料中没有与本部分对应的附件。',
  ledger: {
    lead: (from) =>
      `用户录入的应缴与付款，自${from}起按日期逐笔列出；“应付余额”按笔累计，负数表示预存。页码指本材料的印刷页码。`,
    inCurrency: (currency) => `结算（${currency}）`,
    inUnit: (head, currency) => `${head}（${currency}）`,
    heads: {
      date: '日期',
      entry: '事项',
      proof: '证据（页）',
      charged: '应缴',
      paid: '已付',
      owedAfter: '应付余额'
    },
    opening: '期初余额',
    carriedTo: (page) => `转下页（第${page}页）`,
    carriedFrom: (page) => `承上页（第${page}页）`,
    total: '合计',
    kinds: {
      bill: '账单',
      arrears: '欠费',
      penalty: '违约金',
      fee: '费用',
      payment: '支付',
      refund: '退款'
    },
    reconciliation: '按类别核对',
    chargedHead: '应缴',
    paidHead: '已付',
    kindTotals: {
      bill: (count) => `账单（${count} 笔）`,
      arrears: (count) => `欠费（${count} 笔）`,
      penalty: (count) => `违约金（${count} 笔）`,
      fee: (count) => `其他费用（${count} 笔）`,
      payment: (count) => `支付（${count} 笔）`,
      refund: (count) => `减：退款（${count} 笔）`
    },
    byExhibits: (numbers) => `附件 ${numbers.join('、')}`,
    byOtherExhibits: (count) => `其他附件（${count} 份）`,
    withoutProof: '没有凭证',
    stillOwed: '尚欠',
    credit: '预存余额',
    chargedTotal: '合计',
    paidTotal: '合计',
    settled: (sum) => `两项合计相等，欠费为${bold(sum)}。`,
    owed: (sum) => `尚欠${bold(sum)}。`,
    inCredit: (sum) => `没有欠费；预存余额${bold(sum)}。`,
    allProven: '每笔付款都有凭证。',
    unproven: (count) => `有 ${count} 笔付款仅为陈述，本材料中没有凭证。`,
    morePapers: (count) => `另 ${count} 份`,
    endNote: (on) => `合同终止日期：${on}。`
  },
  agreement: {
    lead: '签订了什么、有何条件、归还了什么。',
    terms: '解约协议',
    number: '协议',
    appliedOn: '提交申请',
    signedOn: '签订日期',
    effectiveOn: '合同终止日期',
    penalty: '提前解约违约金',
    noPenalty: '不收取',
    owedAtSigning: '签订当日的欠费',
    notes: '协议中的要点'
  },
  confirmation: {
    lead: '运营商何时、以何种方式、如何答复。',
    details: '确认的情况',
    channel: '方式',
    sender: '发送方',
    receivedAt: '收到时间',
    channels: {
      email: '电子邮件',
      sms: '短信',
      letter: '信函',
      chat: '在线聊天',
      shop: '营业厅',
      call: '电话',
      other: '其他方式'
    },
    text: '确认的原文',
    textNote: '文字按用户录入的内容原样列出。如有原始文件，见 F 类附件。'
  },
  exhibit: {
    dateSources: { exif: '拍摄日期，取自文件', pdf: '日期取自文件', stated: '本人陈述' },
    addedOn: (on) => `${on}添加`,
    hashLine: (short, page) => `SHA-256：${short}，全文见第${page}页`,
    untitled: '未命名',
    photoNote: (width, height, dpi) =>
      `图片完整显示，${width} × ${height} 像素，每英寸 ${dpi} 点。程序未裁剪、未修改。`,
    photoTurned: '按文件中的方向旋转。',
    coarse: '图片像素较少，请对照原始文件。',
    reduced: (percent) => `缩小至 ${percent}%，原始文件已附上`
  }
}
