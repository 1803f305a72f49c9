/** A grammar of URLs that lead to this machine or its network, in every spelling. */
export function innerSpellings(port: number, own: readonly string[]): string[] {
  const hosts = [
    ...V4.flatMap(ofV4),
    ...own.flatMap((address) => (address.includes(':') ? [`[${address}]`] : ofV4(address))),
    ...OTHERS,
  ];
  return [...new Set(hosts.flatMap((host) => inUrls(host, port)))];
}

const V4 = ['127.0.0.1', '10.0.0.1', '169.254.169.254', '192.168.1.1', '0.0.0.0'];

// oxfmt-ignore
const OTHERS = [
  '[::1]', '[::]', '[0:0:0:0:0:0:0:1]', '[::0001]', '[fe80::1]', '[fe80::1%25lo]',
  '[fd00::1]', '[fc00::1]', '[fec0::1]', '[ff02::1]', '[64:ff9b:1::7f00:1]', '[100::1]',
  'localhost', 'LOCALHOST', 'localhost.', 'ｌｏｃａｌｈｏｓｔ', 'local%68ost',
];

function ofV4(address: string): string[] {
  const parts = address.split('.').map(Number);
  const [a, b, c, d] = parts;
  const all = ((a * 256 + b) * 256 + c) * 256 + d;
  const low = (b * 256 + c) * 256 + d;
  const hex = (value: number) => value.toString(16);
  const groups = `${hex(a * 256 + b)}:${hex(c * 256 + d)}`;
  return [
    address,
    `${address}.`,
    parts.map(octal).join('.'),
    parts.map((part) => `000${octal(part)}`).join('.'),
    parts.map((part) => `0x${hex(part)}`).join('.'),
    parts.map((part) => `0X${hex(part).toUpperCase()}`).join('.'),
    `${a}.${octal(b)}.0x${hex(c)}.${d}`,
    `${a}.${b}.${c * 256 + d}`,
    `0x${hex(a)}.${low}`,
    `${a}.${octal(low)}`,
    String(all),
    `0x${hex(all)}`,
    octal(all),
    [...address].map((one) => `%${one.charCodeAt(0).toString(16)}`).join(''),
    [...address]
      .map((one) => (one === '.' ? '。' : String.fromCharCode(one.charCodeAt(0) + 0xfee0)))
      .join(''),
    `[::ffff:${address}]`,
    `[::ffff:${groups}]`,
    `[0:0:0:0:0:FFFF:${groups.toUpperCase()}]`,
    `[::${address}]`,
    `[::ffff:0:${groups}]`,
    `[64:ff9b::${address}]`,
    `[64:ff9b::${groups}]`,
    `[2002:${groups}::1]`,
    `[2001:0:${groups}::1]`,
  ];
}

function octal(value: number): string {
  return `0${value.toString(8)}`;
}

/** Other spellings that a browser's parser resolves to the same host. */
function inUrls(host: string, port: number): string[] {
  return [
    `http://${host}:${port}/`,
    `HTTP:\\\\${host}:${port}\\`,
    `http:/\t/${host}:${port}`,
    `http://${host}:${port}\\@evil.example/`,
    `http://evil.example@${host}:${port}/`,
  ];
}
