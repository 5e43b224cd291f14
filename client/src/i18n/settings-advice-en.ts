import type { PublicUrlFault, ShopCheckName, ShopFaultKind, ShopView } from '@kasera/shared/shop.ts';

/** What something means to the owner, and what to do about it. */
export interface Advice {
  means: string;
  todo: string;
}

/** Words for everything that can be wrong between Kasera and the shop. */
export interface ShopAdvice {
  /** Why the shop did not give what was asked for, whatever that was. */
  faults: Record<ShopFaultKind, Advice>;
  checks: Record<ShopCheckName, CheckWords>;
  /** What only a code of its own says; looked up first. */
  codes: Readonly<Record<string, Advice>>;
  /** What WordPress would refuse in `PUBLIC_URL`. */
  publicUrl: Record<PublicUrlFault, Advice>;
  /** Why the shop’s consent page cannot be used. */
  consent: Record<NonNullable<ShopView['consentFault']>, Advice>;
}
export interface CheckWords {
  name: string;
  /** What is looked at; shown while it is not known yet. */
  about: string;
  /** What was found, where its bare word says too little. */
  found?: (found: string) => string;
  /** Where the general words for a fault would not say what it means for this check. */
  faults: Partial<Record<ShopFaultKind, Advice>>;
  /** Where nothing more exact is known. */
  otherwise: Advice;
}

const newKey =
  'In WooCommerce open Settings → Advanced → REST API, add a key for an administrator or shop manager with the permissions “Read/Write”, and give it to Kasera.';
const letThrough =
  'In that plugin or firewall, let requests to /wp-json/wc/v3/ through, ideally only from the internet address of the machine Kasera runs on. Then check again.';
const firewall: Advice = {
  means:
    'The site answered with a page meant for people instead of WooCommerce’s answer. Usually that is a firewall or security plugin (Cloudflare, Wordfence, Sucuri …) or a maintenance page.',
  todo: letThrough,
};

const faults: ShopAdvice['faults'] = {
  'not-connected': { means: 'No shop is connected.', todo: 'Connect it at the top of this page.' },
  unreachable: {
    means: 'The shop’s server cannot be reached: its name leads nowhere, or nobody answers there.',
    todo: 'Look for a typing error in the address, and open the shop in a browser. If it opens there, Kasera’s own machine may be without internet.',
  },
  timeout: {
    means: 'The shop did not answer in time.',
    todo: 'Open the shop in a browser. If it is slow there too, its host has to help; Kasera goes on trying by itself.',
  },
  tls: {
    means:
      'The shop’s certificate (https) is not valid, so nobody can be sure who answers. Kasera sends no keys there.',
    todo: 'Ask the shop’s host to renew the certificate. The address must be the one it was made for, with or without “www”.',
  },
  redirect: {
    means:
      'The shop sends visitors on to another address. Kasera does not follow: it would hand the keys to whoever answers there.',
    todo: 'Open the shop in a browser and enter the address that stands there in the end. If that is a log-in page, a plugin hides the site: let /wp-json/ through there.',
  },
  unauthorised: {
    means: 'The shop does not accept the keys.',
    todo: `${newKey} If the keys are certainly right, the web server withholds them from WooCommerce: ask the host to pass the “Authorization” header on to PHP.`,
  },
  forbidden: { means: 'The keys are right, but their owner is not allowed to do this in WooCommerce.', todo: newKey },
  'not-found': {
    means: 'WooCommerce says that there is no such thing.',
    todo: 'Check again. If it stays like this, update WooCommerce: the shop may be too old for it.',
  },
  refused: {
    means: 'WooCommerce understood the question and refused it.',
    todo: 'Check again. If it stays like this, a plugin changes how WooCommerce answers: switch off the one added last and try once more.',
  },
  busy: {
    means: 'The shop asks to be left alone for a moment: too many requests.',
    todo: 'Nothing needs to be done, Kasera waits as long as the shop asks. If it comes back often, ask the host to raise the limit for Kasera.',
  },
  unavailable: {
    means: 'The shop’s server says that it cannot answer now: an error of its own, or maintenance.',
    todo: 'Open the shop in a browser. If there is an error there too, its host has to help; Kasera goes on trying by itself.',
  },
  foreign: firewall,
  unreadable: {
    means: 'The shop’s answer broke off, or is not what WooCommerce answers.',
    todo: 'Usually a plugin prints warnings into it. Switch off WP_DEBUG_DISPLAY in wp-config.php, or the plugin added last, then check again.',
  },
  paused: {
    means: 'The shop failed so often in a row that Kasera leaves it alone for a short while.',
    todo: 'It tries again by itself. “Check again” asks at once.',
  },
};

const noRest: Advice = {
  means: 'A website answers, but there is no WooCommerce REST API at this address.',
  todo: 'Three things to look at: is this the shop’s own address (the shop may be in a folder, such as /shop)? Is WooCommerce active? In WordPress → Settings → Permalinks, choose “Post name” instead of “Plain” and save.',
};
const closedRest: Advice = {
  means: 'The site keeps its REST API shut for everybody who is not logged in. That is the work of a security plugin.',
  todo: letThrough,
};
const mayNotRead: Advice = {
  means: 'The keys are right, but may not read orders. No order would ever arrive.',
  todo: newKey,
};
const readOnly: Advice = {
  means:
    'The keys may only read. Orders arrive, but the shop cannot be told anything: no status, no note, nothing sold out.',
  todo: 'In WooCommerce open Settings → Advanced → REST API, choose the key, set its permissions to “Read/Write” and save. The key stays the same: only check again.',
};
const zoneUnknown: Advice = {
  means: 'The shop does not say its time zone. Kasera uses its own machine’s.',
  todo: 'If that is another zone than the restaurant’s, set TIME_ZONE in .env, for example Europe/Madrid.',
};
const clockUnknown: Advice = {
  means: 'The shop did not say what time it is there.',
  todo: 'Nothing needs to be done: Kasera decides nothing by the shop’s clock.',
};

const checks: ShopAdvice['checks'] = {
  address: {
    name: 'Address',
    about: 'whether it is one Kasera may send keys to',
    faults: {},
    otherwise: {
      means: 'This is not an address Kasera can use.',
      todo: 'Enter it as it stands in the browser when you are on the shop’s first page, for example https://my-restaurant.com.',
    },
  },
  reachable: {
    name: 'Shop answers',
    about: 'whether anybody answers there',
    faults: {},
    otherwise: faults.unreachable,
  },
  rest: {
    name: 'REST API is open',
    about: 'whether WooCommerce itself answers, and no firewall',
    faults: { 'not-found': noRest, unauthorised: closedRest, forbidden: closedRest },
    otherwise: noRest,
  },
  keys: {
    name: 'Keys are right',
    about: 'whether the shop knows the keys',
    faults: { forbidden: { means: 'The shop knows the keys and turns them away all the same.', todo: newKey } },
    otherwise: faults.unauthorised,
  },
  'read-orders': {
    name: 'May read orders',
    about: 'whether orders can be fetched',
    found: (orders) => `${orders} in the shop`,
    faults: { unauthorised: mayNotRead, forbidden: mayNotRead },
    otherwise: mayNotRead,
  },
  write: {
    name: 'May write',
    about: 'whether the shop can be told what the kitchen does',
    faults: { unauthorised: readOnly, forbidden: readOnly },
    otherwise: readOnly,
  },
  version: {
    name: 'WooCommerce version',
    about: 'whether it is one Kasera knows',
    faults: {},
    otherwise: {
      means: 'The shop does not say which version of WooCommerce it has.',
      todo: 'Nothing needs to be done as long as orders arrive. Keep WooCommerce up to date.',
    },
  },
  'time-zone': {
    name: 'Time zone',
    about: 'whether kitchen and shop mean the same hour',
    faults: { forbidden: zoneUnknown, unauthorised: zoneUnknown, 'not-found': zoneUnknown },
    otherwise: {
      means: 'The shop’s time zone is not the kitchen’s. Hours on shop and board may differ.',
      todo: 'In WordPress → Settings → General, choose the restaurant’s city as time zone. If the shop is right, set TIME_ZONE in .env.',
    },
  },
  clock: {
    name: 'Clock',
    about: 'whether the shop’s clock is right',
    faults: { unreadable: clockUnknown, 'not-found': clockUnknown },
    otherwise: {
      means:
        'The shop’s clock and this machine’s differ. Orders are still found: Kasera never relies on the two agreeing.',
      todo: 'Set this machine’s clock by the internet. If it is right, tell the shop’s host: guests see wrong times there.',
    },
  },
};

const codes: ShopAdvice['codes'] = {
  'not-an-address': checks.address.otherwise,
  'plain-http': {
    means:
      'The address begins with http://. Keys sent that way can be read by anybody on the way, so Kasera refuses it.',
    todo: 'Enter it with https://. If the shop has no https yet, its host switches it on, usually free of charge.',
  },
  'other-scheme': { means: 'This is not the address of a website.', todo: 'It must begin with https://.' },
  'user-info': {
    means: 'There is a user name or password in the address.',
    todo: 'Leave out everything before the @.',
  },
  query: {
    means: 'There is a question mark in the address: it leads to one page of the shop, not to the shop.',
    todo: 'Enter the address of the shop’s first page, for example https://my-restaurant.com.',
  },
  'no-woocommerce': {
    means: 'WordPress answers, but WooCommerce does not.',
    todo: 'Is this the shop’s own address, with its folder if it has one? In WordPress → Plugins, WooCommerce must be active.',
  },
  'index-closed': {
    means: 'WordPress does not say to strangers what its REST API can do. Kasera goes on with the keys.',
    todo: 'Nothing needs to be done if the checks below are fine. If not, a security plugin is shutting Kasera out: let /wp-json/wc/v3/ through in it.',
  },
  'wrong-secret': {
    means: 'The shop knows the key, but the secret is another one.',
    todo: 'Copy the secret once more, whole. WooCommerce shows it only when the key is made: if it is gone, make a new key.',
  },
  'unknown-key': {
    means: 'The shop does not know the key, or never got to see it.',
    todo: `Copy key and secret once more, whole. ${newKey} If that does not help, the web server withholds the keys from WooCommerce: ask the host to pass the “Authorization” header on to PHP.`,
  },
  'read-only-keys': readOnly,
  'may-not-write': {
    means:
      'The keys’ owner may not change orders. Orders arrive, but the shop cannot be told anything: no status, no note, nothing sold out.',
    todo: newKey,
  },
  'version-unknown': checks.version.otherwise,
  'too-old-version': {
    means: 'This WooCommerce cannot say which orders changed since the last time. Kasera cannot ask it.',
    todo: 'Update WooCommerce, after a backup: at least 5.8, better the newest.',
  },
  'old-version': {
    means: 'This WooCommerce is old and no longer maintained. Kasera has not been tried with it.',
    todo: 'Update WooCommerce when there is time, after a backup.',
  },
  'zone-unknown': zoneUnknown,
  'other-time-zone': checks['time-zone'].otherwise,
  'zone-without-city': {
    means: 'The shop’s time zone is set as hours, not as a city. It will be an hour off when summer time changes.',
    todo: 'In WordPress → Settings → General, choose the restaurant’s city as time zone, for example Madrid.',
  },
  'clock-unknown': clockUnknown,
  'clock-off': checks.clock.otherwise,
};

const publicUrl: ShopAdvice['publicUrl'] = {
  missing: {
    means: 'Asking alone is enough: Kasera asks the shop every few seconds and misses nothing.',
    todo: 'Webhooks would bring orders a little earlier. For them, Kasera needs an address on the internet: set PUBLIC_URL in .env to it and restart Kasera.',
  },
  'private-address': {
    means: 'PUBLIC_URL leads into a private network. WordPress refuses to send anything there.',
    todo: 'Give it an address that is known on the internet, or leave PUBLIC_URL out: asking alone is enough.',
  },
  port: {
    means: 'PUBLIC_URL has a port WordPress refuses: it only sends to 80, 443 and 8080.',
    todo: 'Put a reverse proxy with https in front of Kasera, and leave the port out of PUBLIC_URL.',
  },
  redirect: {
    means:
      'PUBLIC_URL leads on to another address. WordPress does not follow, but counts it as delivered: orders would be lost silently.',
    todo: 'Set PUBLIC_URL to the address it leads to in the end, with https.',
  },
  'plain-http': {
    means: 'PUBLIC_URL begins with http://. Orders would cross the internet readable by anybody.',
    todo: 'Put Kasera behind https and write https:// in PUBLIC_URL.',
  },
  unresolved: {
    means: 'Nobody on the internet knows the name in PUBLIC_URL.',
    todo: 'Look for a typing error, or set the name up with your domain’s provider. New names take up to a day.',
  },
};

const consent: ShopAdvice['consent'] = {
  'no-public-url': {
    means: 'Not possible here: the shop sends the keys to Kasera over the internet, and Kasera has no address there.',
    todo: 'Enter the keys by hand, which works just as well. Or set PUBLIC_URL in .env and restart Kasera.',
  },
  'no-https': {
    means: 'Not possible here: the shop hands keys over only to an address with https, and PUBLIC_URL has none.',
    todo: 'Enter the keys by hand, which works just as well. Or put Kasera behind https.',
  },
};

/** What can be wrong with the shop, in English. */
export const adviceEn: ShopAdvice = { faults, checks, codes, publicUrl, consent };
