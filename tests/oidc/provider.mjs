// A provider that others wrote, for tests: `oidc-provider` from the folder in GUTCHECK_TEST_OIDC, on a port of its own. It
// is told where browsers come back to, before and after signing out, and says on its first line where it is.

import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'

const { default: Provider } = await import(`${process.env.GUTCHECK_TEST_OIDC}/lib/index.js`)
const [callback, goodbye] = process.argv.slice(2)

// By what they type as their login.
const people = {
  hanna: { email: 'hr@harbour.example', email_verified: true, name: 'Hanna', groups: ['IT', 'Survey team'] },
  pilot: { email: 'lead.pilots@harbour.example', email_verified: true, name: 'Lead', groups: [] },
  nina: { email: 'nina@harbour.example', email_verified: true, name: 'Nina', groups: ['Council'] },
  liar: { email: 'hr@harbour.example', email_verified: false, name: 'Liar', groups: ['IT'] },
  stranger: { email: 'stranger@elsewhere.example', email_verified: true, name: 'Stranger', groups: ['Canteen'] },
}

const key = (kid, ...how) => ({ ...generateKeyPairSync(...how).privateKey.export({ format: 'jwk' }), kid, use: 'sig' })
const keys = [
  key('one', 'rsa', { modulusLength: 2048 }),
  key('two', 'ec', { namedCurve: 'P-256' }),
  key('three', 'ed25519'),
]
const client = (alg) => ({
  client_id: `gutcheck ${alg}`,
  client_secret: 'a secret: with signs%',
  redirect_uris: [callback],
  post_logout_redirect_uris: [goodbye],
  id_token_signed_response_alg: alg,
})

const server = createServer()
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`
  const provider = new Provider(issuer, {
    clients: ['RS256', 'PS256', 'ES256', 'EdDSA'].map(client),
    jwks: { keys },
    cookies: { keys: ['for tests'] },
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'], groups: ['groups'] },
    enabledJWA: { idTokenSigningAlgValues: ['RS256', 'PS256', 'ES256', 'EdDSA'] },
    features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
    pkce: { required: () => true },
    findAccount: (_, id) => people[id] && { accountId: id, claims: async () => ({ sub: id, ...people[id] }) },
  })
  server.on('request', provider.callback())
  console.log(issuer)
})
