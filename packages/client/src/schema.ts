// Made from the routes of the service by `npm run client:schema`; not edited by hand.

export interface paths {
    "/api/v1/auth/email/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the former e-mail address back
         * @description By the token of the mail that told of its change, for a week. All sessions end, the password and linked sites open nothing any more, nor do apps and passkeys that were set up since a week before the change; a link to a new password is mailed to the address.
         */
        post: operations["proofsTakeBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how you sign in
         * @description Whether the account has a password, codes of an app, and recovery codes.
         */
        get: operations["totpFind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/forgot-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a link to a new password
         * @description The answer is the same whether or not an account has the address.
         */
        post: operations["proofsForget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/guest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write as a guest
         * @description Answers as a registration does, with the session of a guest: a name, without an account. It writes, edits and deletes comments, and nothing else. An account takes over what it wrote by `POST /users/me/guest`. 404 where the site takes no guests.
         */
        post: operations["guestsBegin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sites by which you sign in
         * @description Your own accounts there: the one that the account was made with, and those that were linked.
         */
        get: operations["linksList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/links/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unlink a site
         * @description It signs in to this account no more, and all other sessions end. The one that the account was made with stays: 409 `site-of-origin`. Needs the password or a fresh sign-in, and a session of two factors where the account has an app or a passkey. The last way in stays: 409 `last-way-in`.
         */
        post: operations["linksRemove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description By user name or e-mail address. Answers with the tokens of a new session.
         */
        post: operations["authLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description Ends the session of the access token; all its tokens are refused from then on, and its sockets are closed. Without an access token it ends the session of the cookie, if that has one still, and needs an `Origin` of the site.
         */
        post: operations["authLogout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/mailed-decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide by a link of a mail to staff
         * @description Approves or removes one comment, in the name of who got the mail, as the decision on a comment does. Once: a second time the answer says that it is done. A comment that has changed since is 409.
         */
        post: operations["mailedDecisionsMake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/mailed-decisions/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See what a link of a mail to staff decides on
         * @description The comment as it is now, by the token of the mail. Nothing is changed.
         */
        post: operations["mailedDecisionsLook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/mailed-decisions/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a decision by a link of a mail back
         * @description As the undo of a decision does, by the token that it was made by.
         */
        post: operations["mailedDecisionsUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/not-me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take away a way in that somebody else has added
         * @description By the token of the mail that told of an app, a passkey, a linked site or recovery codes, for a week. That one goes, all sessions end, the password opens nothing any more, and a link to a new one is mailed to the address.
         */
        post: operations["proofsRemoveWay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sites by which readers sign in
         * @description The providers of OpenID Connect that the service is configured for.
         */
        get: operations["oidcList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/{provider}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Come back from a provider
         * @description The page of the window says to the exact page that opened it, by `postMessage`, `{ type: "colloquy:signed-in", refreshToken }`, `{ type: "colloquy:second-factor", challenge }` for `/auth/totp/verify`, `{ type: "colloquy:identity", proof }` or `{ type: "colloquy:sign-in-failed" }`, and closes.
         */
        get: operations["oidcFinish"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/{provider}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Go to a provider
         * @description The address of a window that a page of the site opens; it leads to the provider. 404 for a provider that is not configured.
         */
        get: operations["oidcStart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in by another site, too
         * @description Takes the proof that the window has handed over, for the account that asks, and the password; of an account that has none, a fresh sign-in. What is linked is dropped when the password changes or the account is taken back.
         */
        post: operations["oidcLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your passkeys
         * @description The newest first.
         */
        get: operations["passkeysList"];
        put?: never;
        /**
         * Add a passkey
         * @description Takes what the browser has answered within five minutes; a challenge counts once. It goes when the password changes, unless it was added in a session of two factors that began after an app was set up.
         */
        post: operations["passkeysAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename a passkey
         * @description Nobody else sees its name.
         */
        patch: operations["passkeysRename"];
        trace?: never;
    };
    "/api/v1/auth/passkeys/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove a passkey
         * @description It signs nobody in any more. Needs the password or a fresh sign-in, and a session of two factors where the account has an app or a passkey.
         */
        post: operations["passkeysRemove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/challenge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to sign in by a passkey
         * @description Answers with what the browser is to be asked. Nobody has to be named.
         */
        post: operations["passkeysAsk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/registration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to add a passkey
         * @description Answers with what the browser is to be asked. Needs the password or a fresh sign-in, and a session of two factors where the account has an app or a passkey.
         */
        post: operations["passkeysBegin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in by a passkey
         * @description Takes what the browser has answered within five minutes; a challenge counts once. Codes of an app are not asked for: the device and the person before it are two factors.
         */
        post: operations["passkeysSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh the tokens of a session
         * @description A refresh token is used once. The same one again gets the same answer as long as its successor is unused; an older one ends the session. Without a body the token is that of the cookie, and the request needs an `Origin` of the site; the token in a cookie is renewed each 10 minutes at most.
         */
        post: operations["authRefresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register
         * @description Creates an account and answers with the tokens of its first session. A site that has addresses confirmed first (`confirmEmails`) answers 202 and mails a link, whether or not an account has the address.
         */
        post: operations["authRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a new password
         * @description By the token of a mail. All sessions of the account end; other sites that were linked, and passkeys that who knew the password alone may have added, sign in no more, nor does what `remove` names of the last 7 days. A password that is refused does not use the token up.
         */
        post: operations["proofsReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/reset-password/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List what was added to an account lately
         * @description By the token of a mail for a new password, which it does not use up: the app and the passkeys that were added in the last 7 days and that a new password leaves in force. `remove` of `POST /auth/reset-password` takes them away.
         */
        post: operations["proofsListRecent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sso": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in by the host site
         * @description Takes a token that the host site has signed, and answers as a sign-in does. The account is made at the first one; name, address, role and badges follow newer tokens. With `session: "cookie"` a browser that has a session of the same account goes on with it. 404 where the site signs nobody in.
         */
        post: operations["ssoSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sso/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a token of the host site
         * @description For the developers of the site: says of each thing that a token must have whether it has it. It signs nobody in, and tells nothing of accounts. 404 where the site signs nobody in.
         */
        post: operations["ssoVerify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set up codes of an app
         * @description Answers with a secret for the app (TOTP, six digits each half minute). Nothing is asked for at sign-ins before a code of it was confirmed, which is possible for a quarter of an hour. An account that has a passkey asks in a session of two factors.
         */
        post: operations["totpBegin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn codes of an app on
         * @description By a first code. Answers with ten recovery codes. From then on a sign-in with the password or by OpenID Connect is answered with `second-factor-required`.
         */
        post: operations["totpConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make new recovery codes
         * @description Needs a code. The former ones work no more.
         */
        post: operations["totpRenewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn codes of an app off
         * @description Needs the password and a code. The recovery codes work no more either.
         */
        post: operations["totpRemove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a code in a session that was opened without one
         * @description The session counts as one of two factors then, as moderators and administrators of some sites need it.
         */
        post: operations["totpStepUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in: the second step
         * @description Takes the challenge of the first step with a code. Answers with the tokens of a new session.
         */
        post: operations["totpVerify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/unsubscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open the link of a mail
         * @description Leads to the page whose button ends what the mail is for.
         */
        get: operations["unsubscribeOpen"];
        put?: never;
        /**
         * End what a mail is for
         * @description By the token of a mail, in the query or the body, without signing in: mail of some kinds, or what an account is told of a post. A form, as programs of mail send it (RFC 8058), is not read.
         */
        post: operations["unsubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm an e-mail address
         * @description By the token of a mail: the address of a new account, or another one that an account asked for. Works once.
         */
        post: operations["proofsConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/verify-email/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for the confirmation mail again
         * @description The answer is the same whether or not there is an account that waits for it. Without an address it is that of the account that asks; mail that came back before is tried once more.
         */
        post: operations["proofsResend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get how readers may write
         * @description What a page shows beside the sign-in by password.
         */
        get: operations["guestsGetWays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a comment
         * @description As the caller may see it: authors and moderators see more than others.
         */
        get: operations["commentsGet"];
        put?: never;
        post?: never;
        /**
         * Delete your comment
         * @description A comment with replies leaves a tombstone in its place.
         */
        delete: operations["commentsDelete"];
        options?: never;
        head?: never;
        /**
         * Edit your comment
         * @description `If-Match` names the version that is edited. What it said before stays under its revisions.
         */
        patch: operations["commentsEdit"];
        trace?: never;
    };
    "/api/v1/comments/{id}/context": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a comment in its context
         * @description The root, the nearest ancestors, the comment, and its first replies.
         */
        get: operations["commentsGetContext"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments/{id}/flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report a comment
         * @description Only moderators see who reported it.
         */
        post: operations["flagsFlag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a comment with all below it into another post
         * @description It stands at the top there, with its replies, votes, reports and places in the queue. The decision can be taken back.
         */
        post: operations["commentsMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments/{id}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the replies of a comment
         * @description The oldest first.
         */
        get: operations["commentsGetReplies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the revisions of a comment
         * @description The texts before marked edits; its author and moderators also see those of the silent minutes.
         */
        get: operations["commentsListRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments/{id}/vote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Vote on a comment
         * @description A user has one vote. A vote against says that one disagrees; it hides nothing.
         */
        put: operations["votesVote"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List failed jobs
         * @description Work behind answers, such as mail, that has failed as often as it is tried; the newest first. They are kept for 30 days.
         */
        get: operations["failedJobsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/failed/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a failed job again
         * @description It begins at once, with all of its attempts. The answer is the job as it was.
         */
        post: operations["failedJobsRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/bounces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report mail that came back
         * @description No mail is sent to such an address any more, except links to a new password that somebody asks for. Its owner reads so in the account. Without `MAIL_BOUNCE_SECRET`, or with another one, there is no such route.
         */
        post: operations["bouncesTake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List bulk jobs
         * @description Jobs that decide on many comments, the newest first.
         */
        get: operations["bulkList"];
        put?: never;
        /**
         * Start a bulk job
         * @description A selection of ids, or all that fits a filter, as it is now. A job carries it out by and by; the answer is the job.
         */
        post: operations["bulkStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation/bulk/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a bulk job
         * @description Its state, and how many of its comments are done.
         */
        get: operations["bulkGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation/bulk/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a bulk job
         * @description What it has decided stays. A `restore` with `job` takes it back.
         */
        post: operations["bulkCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation/bulk/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the comments of a bulk job
         * @description What became of each, in the order of the job.
         */
        get: operations["bulkListItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation/canned-reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List canned reasons
         * @description What the site tells authors for each reason, in each language.
         */
        get: operations["cannedReasonsList"];
        /**
         * Change a canned reason
         * @description For decisions from now on. Earlier statements stay as they were.
         */
        put: operations["cannedReasonsChange"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation/comments/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide on a comment
         * @description Approve, remove, restore; pin, feature, lock its branch, and take these back. The second of two moderators who saw the same version gets 409.
         */
        post: operations["decisionsDecideComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation/comments/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the notes on a comment
         * @description Only moderators see them.
         */
        get: operations["notesList"];
        put?: never;
        /**
         * Add a note to a comment
         * @description Only moderators see it.
         */
        post: operations["notesAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation/decisions/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the evidence of a decision
         * @description The texts that are held back from an erasure, and the hold; for administrators.
         */
        get: operations["evidenceGet"];
        /**
         * Hold evidence back from an erasure
         * @description Copies what the decision was about, until a time: the comment with its former and reported texts, or the names that were reported; the words of reports; details and statement of the decision. Whose words they are sees until when, and why. Held again, it gets another end and reason.
         */
        put: operations["evidenceHold"];
        post?: never;
        /**
         * Let evidence go
         * @description What was held is gone at once. Letting go what nobody holds changes nothing.
         */
        delete: operations["evidenceRelease"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation/decisions/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a decision back
         * @description Puts back what it changed, if nothing came in between (else 409). Within a minute its author hears nothing of either.
         */
        post: operations["decisionsUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the handover of a shift
         * @description What arrived, what was decided and what waits since a time.
         */
        get: operations["handoverRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List decisions
         * @description Every decision of the site, the newest first, for moderators.
         */
        get: operations["logList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation/log/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the log of decisions
         * @description JSON lines, the oldest first. An export that breaks off is continued from the time of its last line.
         */
        get: operations["logExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation/log/public": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List decisions for the public
         * @description What was decided, why and when. It names nobody and repeats no text.
         */
        get: operations["logListPublic"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation/posts/{post}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lock or unlock a discussion
         * @description A locked discussion takes no comments, and no edits.
         */
        post: operations["decisionsDecidePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the moderation queue
         * @description What waits for a decision, by age or score, with the claims of colleagues and the count of each kind.
         */
        get: operations["queueList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation/queue/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Claim an item of the queue
         * @description A claim ends by a decision, a release, signing out, or ten minutes without this call.
         */
        put: operations["queueClaim"];
        post?: never;
        /**
         * Release a claim
         * @description Administrators may release the claims of others. Releasing an unclaimed item changes nothing.
         */
        delete: operations["queueRelease"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation/queue/{id}/dismissal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dismiss the reports of an account
         * @description Those who reported it learn that moderation disagrees. Comments are approved instead.
         */
        post: operations["queueDismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation/queue/{id}/escalation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Escalate an item to administrators
         * @description From then on only administrators decide on it.
         */
        put: operations["queueEscalate"];
        post?: never;
        /**
         * Take an escalation back
         * @description Moderators decide on the item again.
         */
        delete: operations["queueTakeBack"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the moderation settings
         * @description How sensitive reports are, which weight of them hides a comment, how many first comments of an account are held, and what an account may whose e-mail address is not confirmed.
         */
        get: operations["moderationSettingsRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the moderation settings
         * @description Fields that are left out stay as they are. Only administrators may.
         */
        patch: operations["moderationSettingsChange"];
        trace?: never;
    };
    "/api/v1/moderation/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an account as moderators see it
         * @description With its decisions and notes. `id` is the id or the user name.
         */
        get: operations["decisionsGetCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation/users/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide on an account
         * @description Warn, premoderate, suspend, ban, reinstate, rename; or note something for moderators. `id` is the id or the user name.
         */
        post: operations["decisionsDecideUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give notice of illegal content
         * @description Anybody may, with or without an account. The answer is the receipt.
         */
        post: operations["noticesSend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a notice
         * @description The state of a notice, for the holder of its receipt.
         */
        get: operations["noticesRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List posts
         * @description The newest first: those of staff and imports, and pages that were found to name themselves so. `list` shows moderators the others.
         */
        get: operations["postsList"];
        put?: never;
        /**
         * Create a post
         * @description With a text of its own, or for a page of the host site.
         */
        post: operations["postsCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{post}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a post
         * @description `post` is the id or the slug.
         */
        get: operations["postsGet"];
        put?: never;
        post?: never;
        /**
         * Delete a post
         * @description Its routes answer 410 from now on, and no reader begins its discussion again. Its comments are kept for 30 days; until then the decision can be taken back.
         */
        delete: operations["postsDelete"];
        options?: never;
        head?: never;
        /**
         * Change a post
         * @description Its author may change title, summary and body; moderators may change everything. Another `url` takes the place of the former one.
         */
        patch: operations["postsChange"];
        trace?: never;
    };
    "/api/v1/posts/{post}/anchors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the passages of a post
         * @description Passages that comments are about, with the number of published comments on each; the same for everyone.
         */
        get: operations["passagesListPassages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{post}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a page of the thread
         * @description Top-level comments with their first replies; the same for everyone.
         */
        get: operations["threadGetPage"];
        put?: never;
        /**
         * Write a comment
         * @description A top-level comment, or a reply with `parentId`. With an `Idempotency-Key` a repetition gets the first answer.
         */
        post: operations["threadCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{post}/comments/by-foreign-id": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find an imported comment
         * @description By the id that it had in the system it was imported from. 404 for a hidden comment, or one that was never imported.
         */
        get: operations["foreignIdsResolve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{post}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events
         * @description What happened after a `seq`: the same events as over the socket, in order and without a gap.
         */
        get: operations["threadListEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{post}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge a post into another
         * @description Its comments, addresses and keys go to the other one, to which its routes answer 308. Acts on the post itself answer 409. The decision can be taken back.
         */
        post: operations["postsMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{post}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the revisions of a post
         * @description What it says and said before, the newest first.
         */
        get: operations["postsListRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{post}/subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose what you are told of a post
         * @description Every comment, only replies and mentions, or nothing. Of decisions and corrections you are told as your preferences say.
         */
        put: operations["subscriptionsSet"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{post}/thread.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a page of the thread as HTML
         * @description A fragment that a site puts into its page when it is built or served: for readers without JavaScript, and for search engines. The same for everyone.
         */
        get: operations["threadHtmlGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{post}/updates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the updates of a post
         * @description What its author has added, the newest first.
         */
        get: operations["passagesListUpdates"];
        put?: never;
        /**
         * Publish an update of a post
         * @description Its author or a moderator may. `body` changes the text of the post at the same time.
         */
        post: operations["passagesPublishUpdate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{post}/urls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add an address to a post
         * @description The host site shows the post there, too.
         */
        post: operations["postsAddUrl"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{post}/viewer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what depends on the viewer
         * @description Own votes, held and removed comments, permissions, pace, what one is told, and how far one has read.
         */
        get: operations["readingsGet"];
        /**
         * Save how far you have read
         * @description For all of your devices. It never goes back, nor beyond the newest event.
         */
        put: operations["readingsSetSeen"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/by-page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find the post of a page
         * @description By the key of the page, its address, or both. 404 until somebody has commented there; `page-not-begun` where only staff may be the first.
         */
        get: operations["postsGetByPage"];
        put?: never;
        /**
         * Find or create the post of a page
         * @description The first comment on a page needs it. The service reads the page itself: if it names itself so, the post is listed, with the title and language of the page; if not, its comments are held until a moderator or a later look decides.
         */
        post: operations["postsEnsurePage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count the comments of posts
         * @description Published comments of up to 100 posts. A page without a post has none, and so has what can be no name of a post.
         */
        get: operations["postCountsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview a text
         * @description Renders it as a comment would be. Nothing is stored.
         */
        post: operations["previewsShow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{username}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the profile of an account
         * @description What everyone may see of it, by its user name.
         */
        get: operations["usersGetProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{username}/flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report an account
         * @description For its name or bio. Only moderators see who reported it.
         */
        post: operations["userFlagsFlag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{username}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the role of an account
         * @description Only administrators may. The last administrator keeps the role.
         */
        put: operations["usersSetRole"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get your account
         * @description Your profile as others see it, and what only you see, such as your e-mail address and standing.
         */
        get: operations["usersGetMe"];
        put?: never;
        post?: never;
        /**
         * Erase your account
         * @description Closes the account at once: its sessions end, and it does nothing more. A day later it is erased for good; until then its holder signs in and keeps it. A guest is erased at once. Needs the password, or a fresh sign-in where there is none. The last administrator stays.
         */
        delete: operations["erasureErase"];
        options?: never;
        head?: never;
        /**
         * Change your profile
         * @description The display name, the bio, and the language of mails. A suspended account changes the language alone.
         */
        patch: operations["usersChangeMe"];
        trace?: never;
    };
    "/api/v1/users/me/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your statements of reasons
         * @description What moderators decided about you, and why. A decision appears a minute after it was made.
         */
        get: operations["statementsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change your e-mail address
         * @description Mails a link to the new address, which the account has once that is opened. The former one is told then, and can take the account back for a week. An account without a password needs a fresh sign-in, and a session of two factors where it has an app or a passkey.
         */
        put: operations["emailChange"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the erasure that waits
         * @description When your account is erased, and what becomes of its comments.
         */
        get: operations["erasureGet"];
        put?: never;
        post?: never;
        /**
         * Keep your account
         * @description Takes the erasure back before it begins. The account is as it was.
         */
        delete: operations["erasureKeep"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export your data
         * @description A ZIP with a JSON file for each kind of thing that the service keeps about you, without texts of others, notes of moderators, and secrets.
         */
        get: operations["ownDataExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your reports
         * @description What you reported, the newest first, and what moderators decided.
         */
        get: operations["userFlagsListOwn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/guest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep what you wrote as a guest
         * @description Gives the comments of a guest to your account, with their replies and votes, and ends the session of the guest. It takes the session of the guest, and works once.
         */
        post: operations["guestsTakeOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/ignored": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List whom you ignore
         * @description At most 1,000 accounts. A page that hides their comments reads the list once.
         */
        get: operations["ignoredUsersList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/ignored/{username}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Ignore an account
         * @description Its comments are hidden in your pages, and neither of you is told of what the other writes. Nobody hears of it.
         */
        put: operations["ignoredUsersAdd"];
        post?: never;
        /**
         * Ignore an account no more
         * @description It need not have been ignored, nor be there.
         */
        delete: operations["ignoredUsersRemove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/imported": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count the imported comments that you may take over
         * @description How many imported comments were written under the e-mail address of your account, which must be confirmed. They are yours when you take them over.
         */
        get: operations["importedFind"];
        put?: never;
        /**
         * Take over what you wrote before the import
         * @description Gives to your account the imported comments that were written under its e-mail address, which must be confirmed.
         */
        post: operations["importedTakeOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what you are told
         * @description Replies, mentions, comments on posts you follow, decisions about you and updates that a comment of yours led to. Only what everybody may read now.
         */
        get: operations["notificationsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Mark notifications as read
         * @description Those with the given ids, and one with all before it. What is read stays read.
         */
        put: operations["notificationsMarkRead"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change your password
         * @description All other sessions of the account end; the one that asks goes on. Other sites that were linked, and passkeys that who knew the password alone may have added, sign in no more, until they are added again. Staff who have an app or a passkey ask in a session of two factors. An account without a password chooses one by the mail of a forgotten one: 409 `no-password`.
         */
        put: operations["passwordChange"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get how you are told
         * @description For each kind of notification: in the list, and by mail.
         */
        get: operations["preferencesGet"];
        /**
         * Choose how you are told
         * @description A kind that is left out stays as it is, and so does the bell or mail of a kind.
         */
        put: operations["preferencesSet"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your sessions
         * @description Where you are signed in, the newest sign-in first.
         */
        get: operations["sessionsList"];
        put?: never;
        post?: never;
        /**
         * End your other sessions
         * @description Ends all but the one that asks, with their tokens and sockets.
         */
        delete: operations["sessionsEndOthers"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of your sessions
         * @description Its tokens are refused from then on, and its sockets are closed.
         */
        delete: operations["sessionsEnd"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Accept the terms of the site
         * @description The version that `GET /auth/ways` names. Without it what others see is not changed: 403 `terms-not-accepted`. Of another version by now the answer is the same problem, with the present one.
         */
        put: operations["termsAccept"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check that the process runs
         * @description It answers without asking the database.
         */
        get: operations["healthLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check that the process can serve
         * @description The database answers, and the process is not about to stop.
         */
        get: operations["healthReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptTermsDto: {
            /** @description The version that the account has read. */
            version: string;
        };
        AddNoteDto: {
            /** @description For other moderators. */
            body: string;
        };
        AddPasskeyDto: {
            /** @description `attestationObject` of its response, in base64url. */
            attestationObject: string;
            /** @description `clientDataJSON` of its response, in base64url. */
            clientDataJSON: string;
            /** @description `id` of the credential, in base64url. */
            id: string;
            /**
             * @description By which its owner knows it again.
             * @example Phone
             */
            name: string;
        };
        AddUrlDto: {
            url: string;
        };
        AnchorDto: {
            position: components["schemas"]["AnchorPositionDto"];
            quote: components["schemas"]["AnchorQuoteDto"];
            /** @description The revision that the reader saw; the present one when left out. */
            revision?: number;
        };
        AnchorPositionDto: {
            /** @description The first code point behind the passage. */
            end: number;
            /** @description In code points of the text of the post. */
            start: number;
        };
        AnchorPositionView: {
            end: number;
            /** @description In code points of the text of the post. */
            start: number;
        };
        AnchorQuoteDto: {
            /** @description The passage, as the text of the post has it. */
            exact: string;
            /** @description What stands before it. */
            prefix?: string;
            /** @description What stands behind it. */
            suffix?: string;
        };
        AnchorQuoteView: {
            /** @description The passage. */
            exact: string;
            /** @description What stands before it. */
            prefix: string;
            /** @description What stands behind it. */
            suffix: string;
        };
        AnchorView: {
            /** @description Where it stands now; null when it is orphaned. */
            place: components["schemas"]["AnchorPositionView"] | null;
            /** @description The revision that `state` and `place` are about. */
            placeRevision: number | null;
            /** @description As it was written. */
            position: components["schemas"]["AnchorPositionView"];
            quote: components["schemas"]["AnchorQuoteView"];
            /** @description The revision of the post that it was written for; null for a page of the host site. */
            revision: number | null;
            /**
             * @description Whether the passage still stands there: as it was, changed, or not at all.
             * @enum {string}
             */
            state: "exact" | "near" | "orphaned";
        };
        AppCodeDto: {
            /**
             * @description A code of the app.
             * @example 492039
             */
            code: string;
        };
        BounceDto: {
            /** @description The address that takes no mail, where the return address is not known. */
            address?: string;
            /**
             * @description Whether mail will never arrive, did not arrive this time, or was reported as unwanted.
             * @enum {string}
             */
            kind: "permanent" | "temporary" | "complaint";
            /** @description The signed return address (envelope sender) that the bounce came back to. */
            returnAddress?: string;
        };
        BouncesDto: {
            bounces: components["schemas"]["BounceDto"][];
        };
        BouncesView: {
            /** @description Addresses to which no mail is sent any more. */
            stopped: number;
        };
        BulkItemListView: {
            items: components["schemas"]["BulkItemView"][];
            nextCursor: string | null;
        };
        BulkItemView: {
            /** Format: uuid */
            commentId: string;
            /** @description `done`, or the slug of the problem that a single decision would get; null: waits. */
            outcome: string | null;
            /** @description Of the comment as it was selected. */
            version: number;
        };
        BulkJobListView: {
            /** @description The newest first. */
            items: components["schemas"]["BulkJobView"][];
            nextCursor: string | null;
        };
        BulkJobView: {
            /** @enum {string} */
            action: "approve" | "remove" | "restore";
            /** Format: date-time */
            createdAt: string;
            /** @description What was decided. */
            done: number;
            /** Format: date-time */
            finishedAt: string | null;
            /** Format: uuid */
            id: string;
            moderator: components["schemas"]["UserView"] | null;
            /** @enum {string|null} */
            reason: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other" | null;
            /** @description What was refused; its items say why. */
            refused: number;
            /**
             * @description `failed`: the moderator who began it may not decide any more.
             * @enum {string}
             */
            state: "running" | "done" | "cancelled" | "failed";
            /** @description What was selected. */
            total: number;
        };
        CannedReasonListView: {
            /** @description Every reason in every language. */
            items: components["schemas"]["CannedReasonView"][];
            /** @description Always null: these are all. */
            nextCursor: string | null;
        };
        CannedReasonView: {
            /** @enum {string} */
            language: "en" | "lv" | "ru";
            /** @enum {string} */
            reason: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other";
            text: string;
            /** Format: date-time */
            updatedAt: string;
        };
        CasePreferenceView: {
            /** @enum {string} */
            mail: "off" | "at_once";
        };
        CaseView: {
            bio: string;
            /** @description The latest 50 on the account and on what it wrote, notes among them. */
            decisions: components["schemas"]["DecisionView"][];
            user: components["schemas"]["JudgedUserView"];
        };
        CeremonyView: {
            /** @description For `PublicKeyCredential.parseCreationOptionsFromJSON()` or `parseRequestOptionsFromJSON()` of the browser. */
            options: {
                [key: string]: unknown;
            };
        };
        ChangeCannedReasonDto: {
            /** @enum {string} */
            language: "en" | "lv" | "ru";
            /** @enum {string} */
            reason: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other";
            /** @description One or two sentences to the person it concerns. */
            text: string;
        };
        ChangeCaseKindDto: {
            /** @enum {string} */
            mail: "off" | "at_once";
        };
        ChangeEmailDto: {
            /** @description The password of the account; an account that has none has signed in within the last 10 minutes. */
            current?: string;
            /** @example anna@example.org */
            email: string;
        };
        ChangeKindDto: {
            /** @description In the list, and over the socket. */
            bell?: boolean;
            /** @enum {string} */
            mail?: "off" | "at_once" | "daily" | "weekly";
        };
        ChangeMeDto: {
            /** @description Shown on the profile. */
            bio?: string;
            /**
             * @description At most 40 characters; nobody else may have a name that looks like it.
             * @example Анна К.
             */
            displayName?: string;
            /**
             * @description Of the mails that the account gets.
             * @enum {string}
             */
            language?: "en" | "lv" | "ru";
        };
        ChangeModerationSettingsDto: {
            /** @description Whether an account begins with the confirmation of its e-mail address: registration answers 202, also for an address that has an account. */
            confirmEmails?: boolean;
            /**
             * @description How easily reports hide a comment until a moderator has looked; `disabled`: never.
             * @enum {string}
             */
            flagSensitivity?: "disabled" | "low" | "medium" | "high";
            /**
             * @description Whether readers without an account may write under a name: `off`, `held` until a moderator has read it, or `open`.
             * @enum {string}
             */
            guests?: "off" | "held" | "open";
            /** @description What reports must weigh to hide at `low`; one of a new member weighs 2. */
            hideScore?: number;
            /** @description An account with fewer published comments than this waits for a moderator; 0: nobody does. */
            holdFirstComments?: number;
            /** @description Whether nothing is taken that others would see; administrators may still act. */
            readOnly?: boolean;
            /** @description Whether moderators and administrators act as such only in sessions that were opened by two factors; until then they are as members. */
            staffSecondFactor?: boolean;
            /** @description Where the terms can be read. Empty: there are none. */
            termsUrl?: string;
            /** @description What the present version of the terms is called, such as `2026-11`. Every other one is to be accepted anew before somebody writes. Empty: there are none. */
            termsVersion?: string;
            /** @description Whether an account may comment whose e-mail address is not confirmed. */
            unconfirmedMayComment?: boolean;
        };
        ChangePasswordDto: {
            /** @description The password that the account has now. */
            current: string;
            /**
             * @description At least 8 characters and at most 1,024 bytes of UTF-8, compared in Unicode normal form C.
             * @example correct horse battery staple
             */
            password: string;
        };
        ChangePostDto: {
            /**
             * Format: uuid
             * @description The account that may publish updates.
             */
            authorId?: string | null;
            /** @description Markdown. */
            body?: string | null;
            /** @description The host site's own name for the page. */
            key?: string | null;
            /** @example lv */
            language?: string;
            /** @description Whether lists show it. To list a page that was not verified is to vouch for it. */
            listed?: boolean;
            /** @description A locked post takes no comments and edits. */
            locked?: boolean;
            /** @enum {string} */
            mode?: "open" | "premoderated" | "closed";
            /** @description Seconds between two comments of one account; 0 for none. Staff are exempt. */
            slowModeSeconds?: number;
            slug?: string;
            summary?: string | null;
            title?: string;
            url?: string | null;
            /** @enum {string} */
            votes?: "updown" | "up" | "off";
        };
        ChangePreferencesDto: {
            /** @description Updates that you led to. */
            correction?: components["schemas"]["ChangeKindDto"];
            /** @description What moderation decides about you. */
            decision?: components["schemas"]["ChangeKindDto"];
            /** @description Comments on posts you follow. */
            followed?: components["schemas"]["ChangeKindDto"];
            /** @description Of staff: held comments. */
            held?: components["schemas"]["ChangeCaseKindDto"];
            /** @description Comments that name you. */
            mention?: components["schemas"]["ChangeKindDto"];
            /** @description Of staff: legal notices. */
            notice?: components["schemas"]["ChangeCaseKindDto"];
            /** @description Replies to your comments. */
            reply?: components["schemas"]["ChangeKindDto"];
            /** @description Of staff: reported comments. */
            reported?: components["schemas"]["ChangeCaseKindDto"];
        };
        ClaimedItemView: {
            claim: components["schemas"]["ClaimView"];
            /** Format: uuid */
            id: string;
        };
        ClaimView: {
            by: components["schemas"]["UserView"];
            /** Format: date-time */
            claimedAt: string;
            /**
             * Format: date-time
             * @description Ten minutes after it was last renewed.
             */
            endsAt: string;
        };
        CodeDto: {
            /**
             * @description A code of the app, or a recovery code.
             * @example 492039
             */
            code: string;
        };
        CommentDecisionView: {
            comment: components["schemas"]["SingleCommentView"];
            decision: components["schemas"]["DecisionView"];
        };
        CommentReferenceView: {
            /** Format: uuid */
            id: string;
            version: number;
        };
        CommentRevisionListView: {
            /** @description Texts before marked edits, the oldest first. */
            items: components["schemas"]["CommentRevisionView"][];
            nextCursor: string | null;
        };
        CommentRevisionView: {
            body: string;
            html: string;
            /** Format: date-time */
            replacedAt: string;
            version: number;
            /** Format: date-time */
            writtenAt: string;
        };
        CommentView: {
            /** @description The passage of the post that it is about. */
            anchor: components["schemas"]["AnchorView"] | null;
            author: components["schemas"]["UserView"] | null;
            /** @description Markdown. */
            body: string | null;
            /** Format: date-time */
            createdAt: string;
            depth: number;
            downvotes: number | null;
            /** Format: date-time */
            editedAt: string | null;
            /** @description Picked by moderators as worth reading. */
            featured: boolean;
            /** @description Safe to insert. */
            html: string | null;
            /** Format: uuid */
            id: string;
            /** @description It or a comment above it is locked: it takes no replies. */
            locked: boolean;
            moreReplies: components["schemas"]["MoreRepliesView"] | null;
            /** Format: uuid */
            parentId: string | null;
            /** @description Shown before the others of its thread. */
            pinned: boolean;
            /** @description What it quotes, as its sources are now. */
            quotes: components["schemas"]["QuoteView"][];
            removal: components["schemas"]["RemovalView"] | null;
            /** @description Direct replies, tombstones included. */
            replyCount: number;
            /** @description The revision of the post under which it was written. */
            revision: number | null;
            score: number | null;
            /** @enum {string} */
            status: "published" | "held" | "removed" | "deleted";
            upvotes: number | null;
            version: number;
        };
        ConfirmedCodeDto: {
            /**
             * @description A code of the app, or a recovery code.
             * @example 492039
             */
            code: string;
            /** @description The present password; may be left out within 10 minutes of the sign-in. */
            current?: string;
        };
        ConfirmedDto: {
            /** @description The present password; may be left out within 10 minutes of the sign-in. */
            current?: string;
        };
        ContextView: {
            /** Format: uuid */
            epoch: string;
            /** Format: uuid */
            focusId: string;
            /** @description The root, the nearest ancestors, the comment, its first replies. */
            items: components["schemas"]["CommentView"][];
            /** @description Ancestors that are left out. */
            omitted: number;
            seq: number;
        };
        CreateCommentDto: {
            /** @description The passage of the post that it is about. */
            anchor?: components["schemas"]["AnchorDto"];
            /** @description Markdown. */
            body: string;
            /**
             * Format: uuid
             * @description The comment it answers.
             */
            parentId?: string | null;
            /** @description Pieces of other comments of the post. */
            quotes?: components["schemas"]["QuoteDto"][];
        };
        CreatePageDto: {
            /** @description It counts when the page has it, its signature fits, or staff give it. */
            key?: string | null;
            /** @description Hex HMAC-SHA-256 of the key, with `PAGE_KEY_SECRET`. */
            keySignature?: string | null;
            /** @description Not read: the page says its language. */
            language?: string | null;
            /** @description Not read: the page says its title. */
            title?: string | null;
            /** @description A page of one of the configured site origins. */
            url: string;
        };
        CreatePostDto: {
            /**
             * Format: uuid
             * @description The account that may publish updates.
             */
            authorId?: string | null;
            /** @description Markdown. */
            body?: string | null;
            /** @description The host site's own name for the page. */
            key?: string | null;
            /** @example lv */
            language?: string;
            /** @enum {string} */
            mode?: "open" | "premoderated" | "closed";
            /** @description Seconds between two comments of one account; 0 for none. Staff are exempt. */
            slowModeSeconds?: number;
            /**
             * @description Made from the title when left out.
             * @example the-river
             */
            slug?: string;
            summary?: string | null;
            title: string;
            url?: string | null;
            /**
             * @description updown when left out.
             * @enum {string}
             */
            votes?: "updown" | "up" | "off";
        };
        CreditView: {
            author: components["schemas"]["UserView"];
            /** Format: uuid */
            commentId: string;
        };
        DecideByLinkDto: {
            /**
             * @description Of a removal; else what most reports say, or `illegal` of a notice, or `other`.
             * @enum {string}
             */
            reason?: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other";
            /** @description What stands behind `token=` in the link of the mail. */
            token: string;
        };
        DecideCommentDto: {
            /** @enum {string} */
            action: "approve" | "remove" | "restore" | "pin" | "unpin" | "feature" | "unfeature" | "lock" | "unlock";
            /** @description For the log; moderators read it. */
            note?: string | null;
            /**
             * @description Required by what takes something away: to remove, warn, ban and the like.
             * @enum {string|null}
             */
            reason?: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other" | null;
            /** @description The rule of the house, as it calls it; everybody may read it. */
            rule?: string | null;
            /** @description For the person it concerns, behind the text that the site keeps for the reason. */
            text?: string | null;
            /** @description Of the comment as the moderator saw it. */
            version: number;
        };
        DecidePostDto: {
            /** @enum {string} */
            action: "lock" | "unlock";
            /** @description For the log; moderators read it. */
            note?: string | null;
            /**
             * @description Required by what takes something away: to remove, warn, ban and the like.
             * @enum {string|null}
             */
            reason?: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other" | null;
            /** @description The rule of the house, as it calls it; everybody may read it. */
            rule?: string | null;
            /** @description For the person it concerns, behind the text that the site keeps for the reason. */
            text?: string | null;
        };
        DecideUserDto: {
            /** @enum {string} */
            action: "warn" | "premoderate" | "suspend" | "ban" | "reinstate" | "rename" | "note";
            /** @description Of `rename`: whether to empty the bio. */
            clearBio?: boolean;
            /** @description Of `rename`. */
            displayName?: string;
            /** @description For the log; moderators read it. */
            note?: string | null;
            /**
             * @description Required by what takes something away: to remove, warn, ban and the like.
             * @enum {string|null}
             */
            reason?: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other" | null;
            /** @description Of `ban`: a job removes what it wrote in the last so many days. */
            removeDays?: number;
            /** @description The rule of the house, as it calls it; everybody may read it. */
            rule?: string | null;
            /** @description For the person it concerns, behind the text that the site keeps for the reason. */
            text?: string | null;
            /**
             * Format: date-time
             * @description Of `suspend`: when it ends.
             */
            until?: string;
            /** @description Of `rename`. */
            username?: string;
            /** @description Of the account as the moderator saw it; compared when it is given. */
            version?: number;
        };
        DecisionListView: {
            /** @description The newest first. */
            items: components["schemas"]["DecisionView"][];
            nextCursor: string | null;
        };
        DecisionView: {
            /** @enum {string} */
            action: "approve" | "remove" | "restore" | "pin" | "unpin" | "feature" | "unfeature" | "lock" | "unlock" | "delete" | "merge" | "warn" | "premoderate" | "suspend" | "ban" | "reinstate" | "rename" | "note" | "dismiss" | "hold" | "move" | "undo";
            /** Format: uuid */
            commentId: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description What of it an erasure does not take: until when, and why. */
            evidence: components["schemas"]["HeldEvidenceView"] | null;
            /** Format: uuid */
            id: string;
            /**
             * @description What drew attention to it.
             * @enum {string}
             */
            ledBy: "moderation" | "notice" | "reports" | "rules";
            /** @description Null when the account is gone, and when reports held a comment (`hold`). */
            moderator: components["schemas"]["UserView"] | null;
            /** @description For moderators. */
            note: string | null;
            /** Format: uuid */
            postId: string | null;
            /** @enum {string|null} */
            reason: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other" | null;
            rule: string | null;
            /** @enum {string} */
            subject: "comment" | "post" | "user";
            /** @description For the person it concerns. */
            text: string | null;
            /** @description What tied the moderator to the comment, where nobody else could decide. */
            ties: ("wrote" | "answered" | "flagged")[];
            /**
             * Format: uuid
             * @description Of `undo`: the decision that it takes back.
             */
            undoes: string | null;
            /** @description Whether it was taken back since. */
            undone: boolean;
            /**
             * Format: date-time
             * @description When a suspension ends.
             */
            until: string | null;
            /**
             * Format: uuid
             * @description Whom it concerns: the account, or the author of the comment.
             */
            userId: string | null;
        };
        DismissalView: {
            decision: components["schemas"]["DecisionView"];
        };
        DismissDto: {
            /** @description For the log; moderators read it. */
            note?: string | null;
        };
        EditCommentDto: {
            /** @description Markdown. */
            body: string;
            /** @description They stay as they are when left out. */
            quotes?: components["schemas"]["QuoteDto"][];
        };
        EraseMeDto: {
            /**
             * @description "anonymise" leaves what everybody reads, without an author; "remove" deletes it, too. What is held or removed goes in any case.
             * @enum {string}
             */
            comments: "anonymise" | "remove";
            /** @description The present password; may be left out within 10 minutes of the sign-in. */
            current?: string;
        };
        ErasureView: {
            /** Format: date-time */
            askedAt: string;
            /** @enum {string} */
            comments: "anonymise" | "remove";
            /**
             * Format: date-time
             * @description When it begins. Until then its holder may sign in and keep the account.
             */
            dueAt: string;
            /** @description What stays for a time as evidence of decisions, and why; at most 100, what ends first comes first. Your exported data has all. */
            heldBack: components["schemas"]["HeldBackView"][];
        };
        EscalationView: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["UserView"] | null;
        };
        EventDataView: {
            /** @description Of events of a comment: the first one about it carries it. */
            comment?: components["schemas"]["CommentView"] | components["schemas"]["HiddenCommentView"] | components["schemas"]["CommentReferenceView"];
            /** @description Of `quotes.changed`: the comments whose quotes are to be read again. */
            commentIds?: string[];
            /** @description Of events of the post itself. */
            post?: components["schemas"]["PostView"];
        };
        EventsView: {
            /** Format: uuid */
            epoch: string;
            events: components["schemas"]["EventView"][];
            /** @description Load the thread again: this place is not in the log. */
            resync?: boolean;
            seq: number;
        };
        EventView: {
            /** Format: date-time */
            at: string;
            data: components["schemas"]["EventDataView"];
            seq: number;
            /**
             * @description Clients ignore a type that they do not know.
             * @example comment.created
             */
            type: string;
        };
        EvidenceHoldView: {
            /** Format: date-time */
            createdAt: string;
            /** @description Null when the account is gone. */
            heldBy: components["schemas"]["UserView"] | null;
            /** @description Why, for the person it concerns. */
            reason: string;
            /** Format: date-time */
            until: string;
        };
        EvidenceTextView: {
            /**
             * Format: uuid
             * @description Whose words.
             */
            authorId: string | null;
            body: string;
            /** @description Of a comment, as it was shown. */
            html: string | null;
            /**
             * @description The comment, a former text of it, a text or name as it was reported, the words of a report; of the decision its note, its text, what was before it (JSON), its statement of reasons.
             * @enum {string}
             */
            kind: "comment" | "former" | "reported" | "name" | "bio" | "report" | "note" | "text" | "before" | "statement";
            /** @description Of the comment. */
            version: number | null;
            /** Format: date-time */
            writtenAt: string | null;
        };
        EvidenceView: {
            hold: components["schemas"]["EvidenceHoldView"] | null;
            /** @description As they were when it was held. */
            items: components["schemas"]["EvidenceTextView"][];
            nextCursor: string | null;
        };
        ExplanationView: {
            detail: string;
            rule: string;
        };
        FactorsView: {
            /** @description Whether the account has a password. */
            password: boolean;
            /** @description Recovery codes that are not used yet. */
            recoveryCodesLeft: number;
            /** @description Whether the site wants two factors of this account. */
            required: boolean;
            /** @description Whether the session that asks was opened by two factors. */
            secondFactor: boolean;
            /**
             * Format: date-time
             * @description Since when codes of an app are asked for; null where they are not.
             */
            totpSince: string | null;
        };
        FailedJobListView: {
            items: components["schemas"]["FailedJobView"][];
            nextCursor: string | null;
        };
        FailedJobView: {
            /** @description How often it was tried. */
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            /** @description The first line of the last error, without values; null where the node that ran it was lost. */
            error: string | null;
            /**
             * Format: date-time
             * @description When it was last tried.
             */
            failedAt: string;
            id: string;
            /** @description What it is about: ids, never a text or an address. */
            payload: {
                [key: string]: unknown;
            };
            /** @description What was to be done. */
            task: string;
        };
        FieldFaultView: {
            detail: string;
            /** @description A JSON pointer into the body, or ?name for the query. */
            pointer: string;
            /**
             * @description The rule that was broken, where it is one for what people write.
             * @enum {string}
             */
            rule?: "nothing-shown" | "too-short" | "too-long" | "single-line" | "forbidden-character" | "invisible-character" | "white-space" | "many-marks" | "no-letter" | "username" | "email" | "password-length" | "common-password" | "own-password" | "reserved-name";
        };
        FlagCommentDto: {
            /** @description For moderators, in your own words. */
            detail?: string | null;
            /** @enum {string} */
            reason: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other";
        };
        FlaggedTextView: {
            body: string;
            version: number;
        };
        FlagUserDto: {
            /** @description For moderators, in your own words. */
            detail?: string | null;
            /**
             * @description `name` is the display name and the user name.
             * @enum {string}
             */
            field: "name" | "bio";
            /** @enum {string} */
            reason: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other";
        };
        FlagView: {
            /** Format: uuid */
            commentId: string;
            /** Format: date-time */
            createdAt: string;
            detail: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            reason: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other";
            /**
             * @description `open` until a moderator decides; `gone` when the author deletes the comment.
             * @enum {string}
             */
            state: "open" | "agreed" | "disagreed" | "gone";
        };
        ForeignIdView: {
            /**
             * Format: uuid
             * @description The comment.
             */
            id: string;
        };
        ForgotPasswordDto: {
            /** @example anna@example.org */
            email: string;
        };
        GuestDto: {
            /**
             * @description At most 40 characters. Not the user name of an account, nor a name of staff.
             * @example Анна К.
             */
            displayName: string;
            /**
             * @description For pages of the site: the refresh token comes as a cookie that no script can read, and not in the body.
             * @enum {string}
             */
            session?: "cookie";
            /** @description The version of the terms that the reader accepts, of `GET /auth/ways`. */
            termsVersion?: string;
        };
        HandoverActionView: {
            action: string;
            count: number;
        };
        HandoverView: {
            /** @description Items that began to wait, decided since or not. */
            came: number;
            /** @description The latest 100. */
            claimed: components["schemas"]["ClaimedItemView"][];
            /** @description What was decided, the commonest first. */
            decided: components["schemas"]["HandoverActionView"][];
            /** @description The ten that wait longest; nothing `new`. */
            longest: components["schemas"]["WaitingItemView"][];
            /** @description The latest 50, the newest first. */
            notes: components["schemas"]["NoteView"][];
            /** Format: date-time */
            since: string;
            /** @description What waits now, as in the queue. */
            waiting: components["schemas"]["QueueCountsView"];
        };
        HealthView: {
            /** @enum {string} */
            status: "ok";
        };
        HeldBackView: {
            /**
             * @description What the decision was about: their comment, their account, or something that they had reported.
             * @enum {string}
             */
            about: "comment" | "account" | "report";
            /** Format: uuid */
            commentId: string | null;
            /** @description Why, for the person it concerns. */
            reason: string;
            /** Format: date-time */
            until: string;
        };
        HeldEvidenceView: {
            /** @description Why, for the person it concerns. */
            reason: string;
            /** Format: date-time */
            until: string;
        };
        HiddenCommentView: {
            author: null;
            body: null;
            depth: number;
            html: null;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            parentId: string | null;
            removal: components["schemas"]["RemovalView"] | null;
            /** @enum {string} */
            status: "held" | "removed" | "deleted";
            version: number;
        };
        HoldEvidenceDto: {
            /** @description For how long, from now on. */
            days: number;
            /** @description Why. Whose words are held back read it. */
            reason: string;
        };
        IgnoredUserListView: {
            items: components["schemas"]["UserView"][];
            nextCursor: string | null;
        };
        ImportedBeforeView: {
            /** @description Imported comments that `POST /users/me/imported` gives to the account. */
            comments: number;
        };
        JudgedUserView: {
            avatarUrl: string | null;
            /** @description Short texts of the site that the account comes from, such as "Subscriber". */
            badges: string[];
            displayName: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "member" | "guest" | "imported" | "erased";
            /** @enum {string} */
            role: "member" | "moderator" | "admin";
            /** @enum {string} */
            standing: "active" | "premoderated" | "suspended" | "banned";
            /**
             * Format: date-time
             * @description When a suspension ends.
             */
            standingUntil: string | null;
            /** @description Null for guests and imported authors. */
            username: string | null;
            /** @description For decisions on it. */
            version: number;
        };
        KindPreferenceView: {
            /** @description In the list, and over the socket. */
            bell: boolean;
            /** @enum {string} */
            mail: "off" | "at_once" | "daily" | "weekly";
        };
        LinkedCommentView: {
            /** @description The name of who wrote it. */
            author: string | null;
            /** @description Legal notices that wait. */
            notices: number;
            /** @description Reports that wait. */
            reports: number;
            /** @description The rules that hold it. */
            rules: string[];
            /** @enum {string} */
            status: "published" | "held" | "removed" | "deleted";
            /** @description Without marks. */
            text: string;
            /** @description Of the post. */
            title: string;
            /** @description Where it is read. */
            url: string;
        };
        LinkedDecisionView: {
            /** @enum {string} */
            action: "approve" | "remove";
            comment: components["schemas"]["LinkedCommentView"];
            /**
             * @description Of a removal, unless another one is given.
             * @enum {string}
             */
            reason: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other";
            /** @enum {string} */
            state: "open" | "changed" | "done" | "settled";
            /** @description For the comment as it is shown here; of `done` the one that it was done by, and none of `settled`. */
            token: string | null;
            /**
             * Format: date-time
             * @description Of `done`: until when an undo leaves no statement behind.
             */
            undoUntil: string | null;
        };
        LinkIdentityDto: {
            /** @description The password of the account. Left out where the account has none. */
            current?: string;
            /** @description What the window has handed over. */
            proof: string;
        };
        LinksView: {
            /** @description The newest first. */
            items: components["schemas"]["LinkView"][];
        };
        LinkView: {
            /** Format: uuid */
            id: string;
            /** @description The name of the site that signs in. */
            name: string;
            /** @description Whether the account was made with it: then it stays. */
            origin: boolean;
            /** Format: date-time */
            since: string;
        };
        LoginDto: {
            /**
             * @description The user name or the e-mail address, without case.
             * @example anna.k
             */
            login: string;
            /** @example correct horse battery staple */
            password: string;
            /**
             * @description For pages of the site: the refresh token comes as a cookie that no script can read, and not in the body.
             * @enum {string}
             */
            session?: "cookie";
        };
        MailedView: {
            /**
             * @description Where to look now.
             * @enum {string}
             */
            next: "e-mail";
        };
        MergePostDto: {
            /** @description The id or slug of the post that takes the comments, addresses and keys. */
            into: string;
            /** @description For the log; moderators read it. */
            note?: string | null;
        };
        MeView: {
            avatarUrl: string | null;
            /** @description Short texts of the site that the account comes from, such as "Subscriber". */
            badges: string[];
            bio: string;
            /** Format: date-time */
            createdAt: string;
            displayName: string;
            email: string | null;
            /** @description Whether mail to the address came back. None is sent any more until the address is changed or confirmed anew. */
            emailUndeliverable: boolean;
            /** @description Whether a link that was mailed there has been opened. */
            emailVerified: boolean;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "member" | "guest" | "imported" | "erased";
            /**
             * @description Of the mails it gets.
             * @enum {string}
             */
            language: "en" | "lv" | "ru";
            /** @enum {string} */
            role: "member" | "moderator" | "admin";
            /** @enum {string} */
            standing: "active" | "premoderated" | "suspended" | "banned";
            /**
             * Format: date-time
             * @description When a suspension ends.
             */
            standingUntil: string | null;
            /** @description Null for guests and imported authors. */
            username: string | null;
        };
        ModerationSettingsView: {
            confirmEmails: boolean;
            /** @enum {string} */
            flagSensitivity: "disabled" | "low" | "medium" | "high";
            /** @enum {string} */
            guests: "off" | "held" | "open";
            hideScore: number;
            holdFirstComments: number;
            readOnly: boolean;
            staffSecondFactor: boolean;
            termsUrl: string;
            termsVersion: string;
            unconfirmedMayComment: boolean;
        };
        MoreRepliesView: {
            /** @description Direct replies that are not shown. */
            count: number;
            /** @description For /comments/{id}/replies; null begins at the first. */
            cursor: string | null;
        };
        MoveBranchDto: {
            /** @description The id or slug of the post that it goes into. */
            into: string;
            /** @description For the log; moderators read it. */
            note?: string | null;
        };
        MyFlagListView: {
            /** @description The newest first. */
            items: components["schemas"]["MyFlagView"][];
            nextCursor: string | null;
        };
        MyFlagView: {
            /** Format: uuid */
            commentId: string | null;
            /** Format: date-time */
            createdAt: string;
            detail: string | null;
            /** @enum {string|null} */
            field: "name" | "bio" | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            reason: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other";
            /** Format: date-time */
            resolvedAt: string | null;
            /**
             * @description `open`; `agreed` or `disagreed` as moderation decided; `gone` when it is no longer there.
             * @enum {string}
             */
            state: "open" | "agreed" | "disagreed" | "gone";
            /** @enum {string} */
            subject: "comment" | "user";
            /** @description Whose name or bio it is about. */
            username: string | null;
        };
        NoteDto: {
            /** @description For the log; moderators read it. */
            note?: string | null;
        };
        NoteListView: {
            /** @description The newest first. */
            items: components["schemas"]["NoteView"][];
            nextCursor: string | null;
        };
        NoteView: {
            body: string;
            by: components["schemas"]["UserView"];
            /** Format: uuid */
            commentId: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
        };
        NoticeEventView: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            type: "received" | "decided" | "changed" | "gone";
        };
        NoticeOutcomeView: {
            /** @description What was done, as in decisions. */
            action: string;
            /** @enum {string|null} */
            reason: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other" | null;
            /** @description The same in a sentence. */
            text: string;
        };
        NoticeReceiptView: {
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /** @description For letters and telephones. */
            reference: string;
            /** @description Opens the receipt. It is shown this once; keep it. */
            secret: string;
            /** @enum {string} */
            state: "received" | "decided" | "gone";
        };
        NoticeView: {
            /** @enum {string} */
            category: "child_abuse" | "terrorism" | "threat" | "hate_speech" | "defamation" | "privacy" | "intellectual_property" | "fraud" | "other";
            /** Format: uuid */
            commentId: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            decidedAt: string | null;
            /** @description The oldest first. */
            history: components["schemas"]["NoticeEventView"][];
            /** Format: uuid */
            id: string;
            outcome: components["schemas"]["NoticeOutcomeView"] | null;
            reference: string;
            /**
             * @description `gone` when the comment was deleted before a decision.
             * @enum {string}
             */
            state: "received" | "decided" | "gone";
        };
        NotificationListView: {
            /** @description The newest first. */
            items: components["schemas"]["NotificationView"][];
            nextCursor: string | null;
            /** @description At most 100, which stands for more. */
            unread: number;
        };
        NotificationView: {
            /** Format: date-time */
            at: string;
            /** @description As it is now: the reply, the comment that names you, the new one of the post, or your own that led to an update. */
            comment?: components["schemas"]["SingleCommentView"];
            decision?: components["schemas"]["OwnDecisionView"];
            /** Format: uuid */
            id: string;
            post?: components["schemas"]["ToldPostView"];
            read: boolean;
            /** @enum {string} */
            type: "reply" | "mention" | "followed" | "decision" | "correction";
        };
        OidcProvidersView: {
            items: components["schemas"]["OidcProviderView"][];
        };
        OidcProviderView: {
            /** @description Its name in addresses. */
            id: string;
            /** @description Its name on a button. */
            name: string;
        };
        OpenDecisionDto: {
            /** @description What stands behind `token=` in the link of the mail. */
            token: string;
        };
        OwnCreditView: {
            /**
             * Format: date-time
             * @description When the update was published.
             */
            at: string;
            /** Format: uuid */
            commentId: string;
            /** Format: uuid */
            updateId: string;
        };
        OwnDecisionListView: {
            /** @description The newest first. */
            items: components["schemas"]["OwnDecisionView"][];
            nextCursor: string | null;
        };
        OwnDecisionView: {
            /** @enum {string} */
            action: "approve" | "remove" | "restore" | "pin" | "unpin" | "feature" | "unfeature" | "lock" | "unlock" | "delete" | "merge" | "warn" | "premoderate" | "suspend" | "ban" | "reinstate" | "rename" | "note" | "dismiss" | "hold" | "move" | "undo";
            /** @enum {string} */
            by: "Moderation";
            /** Format: uuid */
            commentId: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description What of it an erasure does not take: until when, and why. */
            evidence: components["schemas"]["HeldEvidenceView"] | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            language: "en" | "lv" | "ru";
            /** Format: uuid */
            postId: string | null;
            /** @enum {string|null} */
            reason: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other" | null;
            rule: string | null;
            /** @enum {string} */
            subject: "comment" | "post" | "user";
            /** @description The statement of reasons. */
            text: string;
            /** Format: uuid */
            undoes: string | null;
            /** @description Whether it was taken back since. */
            undone: boolean;
            /**
             * Format: date-time
             * @description When a suspension ends.
             */
            until: string | null;
        };
        OwnRemovedView: {
            /** @description The passage of the post that it is about. */
            anchor: components["schemas"]["AnchorView"] | null;
            author: components["schemas"]["UserView"] | null;
            /** @description Markdown. */
            body: string | null;
            /** Format: date-time */
            createdAt: string;
            depth: number;
            downvotes: number | null;
            /** Format: date-time */
            editedAt: string | null;
            /** @description The statement of reasons; in its first minute what the site says for the reason. */
            explanation: string;
            /** @description Picked by moderators as worth reading. */
            featured: boolean;
            /** @description Why it is held; for its author and moderators. */
            hold?: components["schemas"]["ExplanationView"][];
            /** @description Safe to insert. */
            html: string | null;
            /** Format: uuid */
            id: string;
            /** @description It or a comment above it is locked: it takes no replies. */
            locked: boolean;
            moreReplies: components["schemas"]["MoreRepliesView"] | null;
            /** Format: uuid */
            parentId: string | null;
            /** @description Shown before the others of its thread. */
            pinned: boolean;
            /** Format: uuid */
            postId: string;
            /** @description What it quotes, as its sources are now. */
            quotes: components["schemas"]["QuoteView"][];
            removal: components["schemas"]["RemovalView"] | null;
            /** @description Direct replies, tombstones included. */
            replyCount: number;
            /** @description The revision of the post under which it was written. */
            revision: number | null;
            score: number | null;
            /** @enum {string} */
            status: "published" | "held" | "removed" | "deleted";
            upvotes: number | null;
            version: number;
        };
        OwnVoteView: {
            /** Format: uuid */
            commentId: string;
            /** @enum {number} */
            value: 1 | -1;
        };
        PageHeadView: {
            commentCount: number;
            /** Format: uuid */
            id: string;
        };
        PassageListView: {
            /** @description In the order of the text; of more than 1,000, or 1 MiB of them, those with the most comments. */
            items: components["schemas"]["PassageView"][];
            /** @description Published comments on passages that no longer stand there, of the same 10,000. */
            orphaned: number;
        };
        PassageView: {
            /** @description These comments, the newest 20 first. */
            commentIds: string[];
            /** @description Published comments on it, of the newest 10,000 on passages. */
            count: number;
            /** @description Where it stands. */
            place: components["schemas"]["AnchorPositionView"];
            /** @description As its newest comment was written for it. */
            quote: components["schemas"]["AnchorQuoteView"];
            /** @enum {string} */
            state: "exact" | "near";
        };
        PasskeySignInDto: {
            /** @description `authenticatorData` of its response, in base64url. */
            authenticatorData: string;
            /** @description `clientDataJSON` of its response, in base64url. */
            clientDataJSON: string;
            /** @description `id` of the credential, in base64url. */
            id: string;
            /**
             * @description For pages of the site: the refresh token comes as a cookie that no script can read, and not in the body.
             * @enum {string}
             */
            session?: "cookie";
            /** @description `signature` of its response, in base64url. */
            signature: string;
            /** @description `userHandle` of its response, in base64url. */
            userHandle: string;
        };
        PasskeysView: {
            /** @description Whether this site has passkeys: `PUBLIC_URL` must have a name. */
            available: boolean;
            /** @description The newest first. */
            items: components["schemas"]["PasskeyView"][];
        };
        PasskeyView: {
            /** @description Whether it is kept on more devices than one. */
            backedUp: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            lastUsedAt: string | null;
            name: string;
        };
        PermissionsView: {
            /** @description May comment here, as far as is known before a comment is written. */
            comment: boolean;
            moderate: boolean;
            vote: boolean;
        };
        PostCountListView: {
            /** @description One for each that was asked for: the keys, the addresses, the posts, each as given. */
            items: components["schemas"]["PostCountView"][];
        };
        PostCountView: {
            /** @enum {string} */
            by: "key" | "url" | "post";
            /** @description Published comments. */
            commentCount: number;
            /** @description As it was asked for. */
            name: string;
            /**
             * Format: uuid
             * @description Null where nobody has commented yet.
             */
            postId: string | null;
        };
        PostDecisionView: {
            decision: components["schemas"]["DecisionView"];
            post: components["schemas"]["PostView"];
        };
        PostDetailView: {
            /** Format: uuid */
            authorId: string | null;
            /** @description Markdown; null for a page of the host site. */
            body: string | null;
            /** @description Published comments. */
            commentCount: number;
            /** Format: date-time */
            createdAt: string;
            /** @description Safe to insert. */
            html: string | null;
            /** Format: uuid */
            id: string;
            key: string | null;
            language: string;
            /**
             * Format: date-time
             * @description When its author last published an update; see `/posts/{post}/updates`.
             */
            lastUpdateAt: string | null;
            /** @description Whether lists show it. */
            listed: boolean;
            locked: boolean;
            /** @enum {string} */
            mode: "open" | "premoderated" | "closed";
            revision: number;
            /**
             * Format: date-time
             * @description Until when its votes are counted and not shown; null when they are shown.
             */
            scoresHiddenUntil: string | null;
            /** @description How far the event log goes. */
            seq: number;
            /** @description Seconds between two comments of one account; 0 for none. */
            slowModeSeconds: number;
            slug: string;
            summary: string | null;
            title: string;
            /** Format: date-time */
            updatedAt: string;
            url: string | null;
            /** @description The pages of the host site under which it is known. */
            urls: string[];
            /** @description Whether the page was found to name itself so; until then its comments are held. */
            verified: boolean;
            /**
             * @description Which votes its comments take.
             * @enum {string}
             */
            votes: "updown" | "up" | "off";
        };
        PostListView: {
            items: components["schemas"]["PostView"][];
            nextCursor: string | null;
        };
        PostRevisionListView: {
            items: components["schemas"]["PostRevisionView"][];
            nextCursor: string | null;
        };
        PostRevisionView: {
            body: string | null;
            /** Format: date-time */
            createdAt: string;
            html: string | null;
            revision: number;
            summary: string | null;
            title: string;
        };
        PostUpdateListView: {
            /** @description The newest first. */
            items: components["schemas"]["PostUpdateView"][];
            nextCursor: string | null;
        };
        PostUpdateView: {
            /** @description Null where they were erased. */
            author: components["schemas"]["UserView"] | null;
            /** Format: date-time */
            createdAt: string;
            /** @description Comments that led to it, as far as they are published now. */
            credits: components["schemas"]["CreditView"][];
            /** @description Safe to insert. */
            html: string;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            postId: string;
            /** @description The revision of the post that came with it. */
            revision: number;
            /** @description Markdown. */
            text: string;
        };
        PostView: {
            /** Format: uuid */
            authorId: string | null;
            /** @description Published comments. */
            commentCount: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            key: string | null;
            language: string;
            /** @description Whether lists show it. */
            listed: boolean;
            locked: boolean;
            /** @enum {string} */
            mode: "open" | "premoderated" | "closed";
            /** @description How far the event log goes. */
            seq: number;
            slug: string;
            summary: string | null;
            title: string;
            /** Format: date-time */
            updatedAt: string;
            url: string | null;
            /** @description Whether the page was found to name itself so; until then its comments are held. */
            verified: boolean;
        };
        PostViewerView: {
            /** @description Own comments that led to an update of the post. The newest 100. */
            credits: components["schemas"]["OwnCreditView"][];
            /** @description Own comments that wait for a moderator; `hold` says why. The newest 100, or 512 KiB of texts. */
            held: components["schemas"]["SingleCommentView"][];
            lastSeenSeq: number;
            permissions: components["schemas"]["PermissionsView"];
            /** @description Own comments that moderation removed, with their text. The newest 100, or 512 KiB of texts. */
            removed: components["schemas"]["OwnRemovedView"][];
            slowMode: components["schemas"]["SlowModeView"];
            /**
             * @description What one is told of the post; null for guests.
             * @enum {string|null}
             */
            subscription: "all" | "replies" | "none" | null;
            /** @description The newest 1,000. */
            votes: components["schemas"]["OwnVoteView"][];
        };
        PreferencesView: {
            correction: components["schemas"]["KindPreferenceView"];
            decision: components["schemas"]["KindPreferenceView"];
            followed: components["schemas"]["KindPreferenceView"];
            /** @description Of staff. */
            held?: components["schemas"]["CasePreferenceView"];
            mention: components["schemas"]["KindPreferenceView"];
            /** @description Of staff. */
            notice?: components["schemas"]["CasePreferenceView"];
            reply: components["schemas"]["KindPreferenceView"];
            /** @description Of staff. */
            reported?: components["schemas"]["CasePreferenceView"];
        };
        PreviewDto: {
            /** @description Markdown. */
            body: string;
        };
        PreviewView: {
            /** @description Safe to insert. */
            html: string;
        };
        ProblemView: {
            /** @description Of `second-factor-required`: what the second step of the sign-in takes. */
            challenge?: string;
            /** @description About this occurrence. */
            detail?: string;
            errors?: components["schemas"]["FieldFaultView"][];
            /**
             * Format: uri
             * @description This occurrence: `urn:uuid:` and the id of the request.
             */
            instance?: string;
            /** @description Of 429: the limit that was reached, by its name in docs/limits.md. */
            limit?: string;
            /**
             * Format: uuid
             * @description Also the header `X-Request-Id`.
             */
            requestId?: string;
            status: number;
            /** @description Of `terms-not-accepted`: the terms as they are now. */
            terms?: components["schemas"]["SiteTermsView"];
            /** @description The same for all of a type. */
            title: string;
            /** @description A reference that tells problems apart; docs/problems.md explains each. */
            type: string;
            /**
             * Format: date-time
             * @description When a refusal ends that ends by itself.
             */
            until?: string;
        };
        ProfileView: {
            avatarUrl: string | null;
            /** @description Short texts of the site that the account comes from, such as "Subscriber". */
            badges: string[];
            bio: string;
            /** Format: date-time */
            createdAt: string;
            displayName: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "member" | "guest" | "imported" | "erased";
            /** @enum {string} */
            role: "member" | "moderator" | "admin";
            /** @description Null for guests and imported authors. */
            username: string | null;
        };
        ProofDto: {
            /** @description What stands behind `#token=` in the link of the mail. */
            token: string;
        };
        ProvenAccountView: {
            email: string;
            username: string;
        };
        PublicDecisionListView: {
            /** @description The newest first, but none of the last minute. */
            items: components["schemas"]["PublicDecisionView"][];
            nextCursor: string | null;
        };
        PublicDecisionView: {
            /** @enum {string} */
            action: "approve" | "remove" | "restore" | "pin" | "unpin" | "feature" | "unfeature" | "lock" | "unlock" | "delete" | "merge" | "warn" | "premoderate" | "suspend" | "ban" | "reinstate" | "rename" | "note" | "dismiss" | "hold" | "move" | "undo";
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            by: "Moderation";
            /** @enum {string|null} */
            reason: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other" | null;
            rule: string | null;
            /** @enum {string} */
            subject: "comment" | "post" | "user";
            /** @description Whether it was taken back since. */
            undone: boolean;
        };
        PublishUpdateDto: {
            /** @description The text of the post from now on; it stays as it is when left out. */
            body?: string | null;
            /** @description Published comments of the post that led to the update. */
            credits?: string[];
            /** @description What is new, in Markdown. */
            text: string;
        };
        QueueCountsView: {
            escalated: number;
            held: number;
            new: number;
            reported: number;
        };
        QueueFlagView: {
            by: components["schemas"]["UserView"];
            /** Format: date-time */
            createdAt: string;
            detail: string | null;
            /**
             * @description Of an account.
             * @enum {string|null}
             */
            field: "name" | "bio" | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            reason: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other";
            /** @description What the name or bio said. */
            text: string | null;
            /** @description Of the comment that was reported. */
            version: number | null;
        };
        QueueItemView: {
            claim: components["schemas"]["ClaimView"] | null;
            comment: components["schemas"]["SingleCommentView"] | null;
            escalation: components["schemas"]["EscalationView"] | null;
            /** @description All open ones. */
            flagCount: number;
            /** @description What was reported and has been edited since, the last five. */
            flaggedTexts: components["schemas"]["FlaggedTextView"][];
            /** @description Open ones, the 20 oldest. */
            flags: components["schemas"]["QueueFlagView"][];
            /**
             * Format: uuid
             * @description Of the comment, or of the account.
             */
            id: string;
            /** @description Whether a reader or a notice says that it breaks the law. */
            illegal: boolean;
            /**
             * @description One: `escalated` before `held` before `reported` before `new`. The reasons of the others are shown all the same.
             * @enum {string}
             */
            kind: "new" | "reported" | "held" | "escalated";
            /** @description Of moderators, under `/moderation/comments/{id}/notes`. */
            noteCount: number;
            /** @description All open ones. */
            noticeCount: number;
            /** @description Open ones, the five oldest. */
            notices: components["schemas"]["QueueNoticeView"][];
            post: components["schemas"]["QueuePostView"] | null;
            /** @description What its open reports and notices weigh together. */
            score: number;
            /**
             * Format: date-time
             * @description Since when it waits: reported, held; of a `new` one, when it was written.
             */
            since: string;
            /** @enum {string} */
            subject: "comment" | "user";
            surge: components["schemas"]["SurgeCountsView"] | null;
            user: components["schemas"]["QueueUserView"] | null;
        };
        QueueNoticeView: {
            category: string;
            /** Format: date-time */
            createdAt: string;
            explanation: string;
            /** Format: uuid */
            id: string;
            reference: string;
        };
        QueuePostView: {
            /** Format: uuid */
            id: string;
            slug: string;
            title: string;
        };
        QueueUserView: {
            avatarUrl: string | null;
            /** @description Short texts of the site that the account comes from, such as "Subscriber". */
            badges: string[];
            bio: string;
            displayName: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "member" | "guest" | "imported" | "erased";
            /** @enum {string} */
            role: "member" | "moderator" | "admin";
            /** @description Null for guests and imported authors. */
            username: string | null;
        };
        QueueView: {
            /** @description How many of each kind; 1000 stands for that and more. */
            counts: components["schemas"]["QueueCountsView"];
            items: components["schemas"]["QueueItemView"][];
            nextCursor: string | null;
        };
        QuoteDto: {
            /**
             * Format: uuid
             * @description A published comment of the same post.
             */
            commentId: string;
            /** @description The first code point behind the piece; at most 1,000 lie between. */
            end: number;
            /** @description In code points of the Markdown in `body`. */
            start: number;
            /** @description Of the comment, as it was when it was quoted. */
            version: number;
        };
        QuoteView: {
            author: components["schemas"]["UserView"] | null;
            /** Format: uuid */
            commentId: string;
            end: number;
            start: number;
            /**
             * @description `edited`: the source says something else now. `removed`: it cannot be seen.
             * @enum {string}
             */
            state: "current" | "edited" | "removed";
            /** @description A piece of Markdown, to be shown as plain text; null when it cannot be seen. */
            text: string | null;
            version: number;
        };
        ReadingView: {
            lastSeenSeq: number;
        };
        ReadNotificationsDto: {
            /** @description These. */
            ids?: string[];
            /**
             * Format: uuid
             * @description This one and all before it.
             */
            upTo?: string;
        };
        RecentWaysView: {
            items: components["schemas"]["RecentWayView"][];
        };
        RecentWayView: {
            /** Format: date-time */
            addedAt: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "app" | "passkey";
            /** @description Of a passkey; an app has none. */
            name: string | null;
        };
        RecoveryCodesView: {
            /** @description Ten codes in place of all former ones. Each works once; they are not shown again. */
            recoveryCodes: string[];
        };
        RefreshDto: {
            /** @description Left out, with all of the body, by a page whose browser has the cookie. */
            refreshToken?: string;
            /**
             * @description For pages of the site: the refresh token comes as a cookie that no script can read, and not in the body.
             * @enum {string}
             */
            session?: "cookie";
        };
        RegisterDto: {
            /**
             * @description At most 40 characters; the user name if absent.
             * @example Анна К.
             */
            displayName?: string;
            /** @example anna@example.org */
            email: string;
            /**
             * @description At least 8 characters and at most 1,024 bytes of UTF-8, compared in Unicode normal form C.
             * @example correct horse battery staple
             */
            password: string;
            /**
             * @description For pages of the site: the refresh token comes as a cookie that no script can read, and not in the body.
             * @enum {string}
             */
            session?: "cookie";
            /** @description The version of the terms that the reader accepts, of `GET /auth/ways`. */
            termsVersion?: string;
            /**
             * @description 3 to 30 of A-Z, a-z, 0-9, "_", "." and "-"; unique without case.
             * @example anna.k
             */
            username: string;
        };
        RemovalView: {
            /** @enum {string} */
            by: "author" | "moderation";
            /** @description The reason's code. */
            reason: string | null;
        };
        RemoveTotpDto: {
            /**
             * @description A code of the app, or a recovery code.
             * @example 492039
             */
            code: string;
            /** @description The present password; may be left out by an account that has none. */
            current?: string;
        };
        RenamePasskeyDto: {
            name: string;
        };
        ResendDto: {
            /**
             * @description May be left out by who is signed in: the address of the account.
             * @example anna@example.org
             */
            email?: string;
        };
        ResetPasswordDto: {
            /**
             * @description At least 8 characters and at most 1,024 bytes of UTF-8, compared in Unicode normal form C.
             * @example correct horse battery staple
             */
            password: string;
            /** @description Ids of `POST /auth/reset-password/ways`: what is to be taken away. Others are passed over. */
            remove?: string[];
            /** @description What stands behind `#token=` in the link of the mail. */
            token: string;
        };
        SelectedCommentDto: {
            /** Format: uuid */
            id: string;
            /** @description Of the comment as the moderator saw it. */
            version: number;
        };
        SendNoticeDto: {
            /** @enum {string} */
            category: "child_abuse" | "terrorism" | "threat" | "hate_speech" | "defamation" | "privacy" | "intellectual_property" | "fraud" | "other";
            /** @description Required, but for `child_abuse`. */
            email?: string | null;
            /** @description Why you take it to be illegal, with the law if you know it. */
            explanation: string;
            /** @description True: you believe in good faith that what you say is accurate and complete. */
            goodFaith: boolean;
            /** @description Required, but for `child_abuse`. */
            name?: string | null;
            /** @description The address of the comment, or its id: the exact place. */
            url: string;
        };
        SessionsView: {
            items: components["schemas"]["SessionView"][];
            nextCursor: string | null;
        };
        SessionView: {
            /** Format: date-time */
            createdAt: string;
            /** @description Whether it is the one that asks. */
            current: boolean;
            /**
             * @description Browser and system as they named themselves at the sign-in; null if unknown.
             * @example Firefox on Linux
             */
            device: string | null;
            /**
             * Format: date-time
             * @description When it ends, whatever is done with it.
             */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description When its tokens were last refreshed, which a session in use does each half hour.
             */
            lastUsedAt: string;
            /** @description Whether it was opened by two factors, or a code was given since. */
            secondFactor: boolean;
        };
        SetReadingDto: {
            /** @description The seq of the last event that was seen. */
            lastSeenSeq: number;
        };
        SetRoleDto: {
            /** @enum {string} */
            role: "member" | "moderator" | "admin";
        };
        SignedInView: {
            /** @description For "Authorization: Bearer ...". */
            accessToken: string;
            /** @description Seconds until the access token expires. */
            expiresIn: number;
            /** @description Taken once by /auth/refresh, which answers with its successor; an old one ends the session. Absent where a cookie holds it. */
            refreshToken?: string;
            user: components["schemas"]["UserView"];
        };
        SingleCommentView: {
            /** @description The passage of the post that it is about. */
            anchor: components["schemas"]["AnchorView"] | null;
            author: components["schemas"]["UserView"] | null;
            /** @description Markdown. */
            body: string | null;
            /** Format: date-time */
            createdAt: string;
            depth: number;
            downvotes: number | null;
            /** Format: date-time */
            editedAt: string | null;
            /** @description Picked by moderators as worth reading. */
            featured: boolean;
            /** @description Why it is held; for its author and moderators. */
            hold?: components["schemas"]["ExplanationView"][];
            /** @description Safe to insert. */
            html: string | null;
            /** Format: uuid */
            id: string;
            /** @description It or a comment above it is locked: it takes no replies. */
            locked: boolean;
            moreReplies: components["schemas"]["MoreRepliesView"] | null;
            /** Format: uuid */
            parentId: string | null;
            /** @description Shown before the others of its thread. */
            pinned: boolean;
            /** Format: uuid */
            postId: string;
            /** @description What it quotes, as its sources are now. */
            quotes: components["schemas"]["QuoteView"][];
            removal: components["schemas"]["RemovalView"] | null;
            /** @description Direct replies, tombstones included. */
            replyCount: number;
            /** @description The revision of the post under which it was written. */
            revision: number | null;
            score: number | null;
            /** @enum {string} */
            status: "published" | "held" | "removed" | "deleted";
            upvotes: number | null;
            version: number;
        };
        SiteTermsView: {
            /** @description Where they can be read. */
            url: string;
            version: string;
        };
        SlowModeView: {
            /** @description Seconds between two comments of one account; 0 for none. */
            seconds: number;
            /**
             * Format: date-time
             * @description When one may comment here again; null for now.
             */
            until: string | null;
        };
        SsoChecksView: {
            /** @description The checks that could be made. */
            checks: components["schemas"]["TokenCheckView"][];
            /** @description Whether the token signs in: every check is good. */
            valid: boolean;
        };
        SsoDto: {
            /**
             * @description For pages of the site: the refresh token comes as a cookie that no script can read, and not in the body.
             * @enum {string}
             */
            session?: "cookie";
            /** @description A JWT that the host site has signed. */
            token: string;
        };
        StartBulkDto: {
            /** @enum {string} */
            action: "approve" | "remove" | "restore";
            /**
             * Format: uuid
             * @description Of a filter: whose comments.
             */
            author?: string;
            /** @description A selection; not together with a filter. */
            comments?: components["schemas"]["SelectedCommentDto"][];
            /**
             * Format: uuid
             * @description Of a filter: what an earlier job decided on.
             */
            job?: string;
            /**
             * @description Of a filter: what waits so.
             * @enum {string}
             */
            kind?: "new" | "reported" | "held" | "escalated";
            /** @description For the log; moderators read it. */
            note?: string | null;
            /**
             * Format: uuid
             * @description Of a filter: on which post.
             */
            post?: string;
            /**
             * @description Required by what takes something away: to remove, warn, ban and the like.
             * @enum {string|null}
             */
            reason?: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other" | null;
            /** @description The rule of the house, as it calls it; everybody may read it. */
            rule?: string | null;
            /**
             * Format: date-time
             * @description Of a filter: written from then on.
             */
            since?: string;
            /** @description For the person it concerns, behind the text that the site keeps for the reason. */
            text?: string | null;
        };
        SubscribeToPostDto: {
            /**
             * @description `all`: every comment. `replies`: replies to you, and mentions; so it is from the start. `none`: neither.
             * @enum {string}
             */
            level: "all" | "replies" | "none";
        };
        SubscriptionView: {
            /** @enum {string} */
            level: "all" | "replies" | "none";
        };
        SurgeCountsView: {
            /** @description In the last ten minutes, below this comment. */
            comments: number;
            /** @description Accounts of the last week behind them. */
            newAccounts: number;
            /** @description Of them by accounts of the last week. */
            newComments: number;
            newVotes: number;
            votes: number;
        };
        TakenOverView: {
            /** @description The comments that the account has now besides. */
            comments: number;
        };
        TakeOverGuestDto: {
            /** @description The access token of the session of the guest. */
            token: string;
        };
        ThreadPageView: {
            /** Format: uuid */
            epoch: string;
            /** @description Flat; a parent always before its replies. */
            items: components["schemas"]["CommentView"][];
            nextCursor: string | null;
            /** @description What moderators pinned, on the first page of a thread; elsewhere empty. `items` has it at its place all the same. */
            pinned: components["schemas"]["CommentView"][];
            post: components["schemas"]["PageHeadView"];
            /** @description Subscribe with it: nothing falls between. */
            seq: number;
        };
        TokenCheckView: {
            /** @enum {string} */
            code: "form" | "type" | "key" | "algorithm" | "signature" | "issuer" | "audience" | "expiry" | "start" | "issued" | "subject" | "user";
            /** @description A sentence for the developers of the site. */
            detail: string;
            ok: boolean;
        };
        ToldPostView: {
            /** Format: uuid */
            id: string;
            slug: string;
            title: string;
            url: string | null;
        };
        TotpBegunView: {
            /** @description The `otpauth:` address, for an app on the same device. */
            address: string;
            /** @description The address as a QR code, an image in SVG. */
            qr: string;
            /** @description The secret in base 32, for who types it. */
            secret: string;
        };
        UndoView: {
            comment: components["schemas"]["SingleCommentView"] | null;
            decision: components["schemas"]["DecisionView"];
            post: components["schemas"]["PostView"] | null;
            user: components["schemas"]["JudgedUserView"] | null;
        };
        UnreadView: {
            /** @description At most 100, which stands for more. */
            unread: number;
        };
        UnsubscribeDto: {
            /** @description What stands behind `token=` in the link of the mail. */
            token?: string;
        };
        UnsubscribedView: {
            /** @description Kinds without mail. */
            kinds: ("reply" | "mention" | "followed" | "decision" | "correction" | "held" | "reported" | "notice")[];
            /**
             * Format: uuid
             * @description The post that one is told less of, where the link was for one.
             */
            postId: string | null;
        };
        UserDecisionView: {
            decision: components["schemas"]["DecisionView"];
            /** @description What removes the comments of a banned account, where that was asked for. */
            removal: components["schemas"]["BulkJobView"] | null;
            user: components["schemas"]["JudgedUserView"];
        };
        UserFlagView: {
            /** Format: date-time */
            createdAt: string;
            detail: string | null;
            /** @enum {string} */
            field: "name" | "bio";
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            reason: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other";
            /** @enum {string} */
            state: "open" | "agreed" | "disagreed" | "gone";
            username: string;
        };
        UserView: {
            avatarUrl: string | null;
            /** @description Short texts of the site that the account comes from, such as "Subscriber". */
            badges: string[];
            displayName: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "member" | "guest" | "imported" | "erased";
            /** @enum {string} */
            role: "member" | "moderator" | "admin";
            /** @description Null for guests and imported authors. */
            username: string | null;
        };
        VerifySsoDto: {
            /** @description A JWT that the host site has signed. */
            token: string;
        };
        VerifyTotpDto: {
            /** @description What the first step was answered with, in `second-factor-required`. */
            challenge: string;
            /**
             * @description A code of the app, or a recovery code.
             * @example 492039
             */
            code: string;
            /**
             * @description For pages of the site: the refresh token comes as a cookie that no script can read, and not in the body.
             * @enum {string}
             */
            session?: "cookie";
        };
        VoteDto: {
            /** @description 1 for, -1 against, 0 takes the vote back. */
            value: number;
        };
        VoteView: {
            downvotes: number | null;
            /**
             * Format: uuid
             * @description Of the comment.
             */
            id: string;
            /** @description Null while scores are hidden. */
            score: number | null;
            upvotes: number | null;
            /** @enum {integer} */
            value: 1 | 0 | -1;
        };
        WaitingItemView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "new" | "reported" | "held" | "escalated";
            /** Format: date-time */
            since: string;
            /** @enum {string} */
            subject: "comment" | "user";
        };
        WaysView: {
            /**
             * @description Whether guests may write under a name, and whether a moderator reads it first.
             * @enum {string}
             */
            guests: "off" | "held" | "open";
            /** @description What is to be accepted before somebody writes; null where the site has no terms. */
            terms: components["schemas"]["SiteTermsView"] | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    proofsTakeBack: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProofDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProvenAccountView"];
                };
            };
            /** @description Too many: the limit `proofs` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    totpFind: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorsView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    proofsForget: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForgotPasswordDto"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailedView"];
                };
            };
            /** @description Too many: the limit `links` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    guestsBegin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuestDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInView"];
                };
            };
            /** @description Too many: the limit `guests` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    linksList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinksView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    linksRemove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ConfirmedDto"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `account` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    authLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInView"];
                };
            };
            /** @description Too many: the limit `sign-in` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    authLogout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `sessions` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    mailedDecisionsMake: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideByLinkDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkedDecisionView"];
                };
            };
            /** @description Too many: the limit `proofs` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    mailedDecisionsLook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenDecisionDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkedDecisionView"];
                };
            };
            /** @description Too many: the limit `proofs` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    mailedDecisionsUndo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenDecisionDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkedDecisionView"];
                };
            };
            /** @description Too many: the limit `proofs` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    proofsRemoveWay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProofDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProvenAccountView"];
                };
            };
            /** @description Too many: the limit `proofs` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    oidcList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OidcProvidersView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    oidcFinish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Too many: the limit `providers` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    oidcStart: {
        parameters: {
            query: {
                /** @description The origin of the page that opens the window, of `SITE_ORIGINS` or the service itself. */
                origin: string;
                /** @description For an account that is signed in: nobody is signed in, and a proof is handed over. */
                purpose?: "link";
            };
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the provider. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `providers` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    oidcLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkIdentityDto"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `providers` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    passkeysList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeysView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    passkeysAdd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddPasskeyDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyView"];
                };
            };
            /** @description Too many: the limit `account` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    passkeysRename: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenamePasskeyDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyView"];
                };
            };
            /** @description Too many: the limit `account` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    passkeysRemove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ConfirmedDto"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `account` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    passkeysAsk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CeremonyView"];
                };
            };
            /** @description Too many: the limit `sign-in` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    passkeysBegin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ConfirmedDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CeremonyView"];
                };
            };
            /** @description Too many: the limit `account` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    passkeysSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeySignInDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInView"];
                };
            };
            /** @description Too many: the limit `sign-in` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    authRefresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RefreshDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInView"];
                };
            };
            /** @description Too many: the limit `sessions` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    authRegister: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInView"];
                };
            };
            /** @description The address is to be confirmed. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailedView"];
                };
            };
            /** @description Too many: the limit `registration` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    proofsReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPasswordDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProvenAccountView"];
                };
            };
            /** @description Too many: the limit `proofs` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    proofsListRecent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProofDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecentWaysView"];
                };
            };
            /** @description Too many: the limit `proofs` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    ssoSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SsoDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInView"];
                };
            };
            /** @description Too many: the limit `providers` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    ssoVerify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifySsoDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SsoChecksView"];
                };
            };
            /** @description Too many: the limit `providers` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    totpBegin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ConfirmedDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpBegunView"];
                };
            };
            /** @description Too many: the limit `account` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    totpConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppCodeDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesView"];
                };
            };
            /** @description Too many: the limit `account` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    totpRenewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmedCodeDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesView"];
                };
            };
            /** @description Too many: the limit `account` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    totpRemove: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveTotpDto"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `account` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    totpStepUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeDto"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `account` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    totpVerify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyTotpDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInView"];
                };
            };
            /** @description Too many: the limit `sign-in` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    unsubscribeOpen: {
        parameters: {
            query?: {
                /** @description What stands behind `token=` in the link of the mail. */
                token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the page. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    unsubscribe: {
        parameters: {
            query?: {
                /** @description What stands behind `token=` in the link of the mail. */
                token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UnsubscribeDto"];
                "application/x-www-form-urlencoded": components["schemas"]["UnsubscribeDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnsubscribedView"];
                };
            };
            /** @description Too many: the limit `proofs` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    proofsConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProofDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProvenAccountView"];
                };
            };
            /** @description Too many: the limit `proofs` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    proofsResend: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ResendDto"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailedView"];
                };
            };
            /** @description Too many: the limit `links` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    guestsGetWays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaysView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    commentsGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SingleCommentView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    commentsDelete: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `edits` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    commentsEdit: {
        parameters: {
            query?: never;
            header: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
                /** @description The version that is edited, such as "3". */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditCommentDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SingleCommentView"];
                };
            };
            /** @description Too many: the limit `edits` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    commentsGetContext: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContextView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    flagsFlag: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FlagCommentDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagView"];
                };
            };
            /** @description Too many: the limit `reports` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    commentsMove: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveBranchDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentDecisionView"];
                };
            };
            /** @description Too many: the limit `moderation` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    commentsGetReplies: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Levels of replies below; 3 when left out. */
                depth?: number;
                /** @description Direct replies; 20 when left out. */
                limit?: number;
                /** @description Replies shown for each comment; 3 when left out. */
                replies?: number;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThreadPageView"];
                };
            };
            /** @description The answer that the caller has is still the same. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    commentsListRevisions: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description 20 when left out. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentRevisionListView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    votesVote: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoteDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoteView"];
                };
            };
            /** @description Too many: the limit `votes` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    failedJobsList: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description 20 when left out. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FailedJobListView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    failedJobsRetry: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FailedJobView"];
                };
            };
            /** @description Too many: the limit `moderation` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    bouncesTake: {
        parameters: {
            query?: never;
            header: {
                /** @description The `MAIL_BOUNCE_SECRET`. */
                "X-Mail-Secret": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BouncesDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BouncesView"];
                };
            };
            /** @description Too many: the limit `bounces` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    bulkList: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description 20 when left out. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkJobListView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    bulkStart: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartBulkDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkJobView"];
                };
            };
            /** @description Too many: the limit `bulk` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    bulkGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkJobView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    bulkCancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkJobView"];
                };
            };
            /** @description Too many: the limit `bulk` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    bulkListItems: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description 20 when left out. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkItemListView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    cannedReasonsList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedReasonListView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    cannedReasonsChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeCannedReasonDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedReasonView"];
                };
            };
            /** @description Too many: the limit `moderation` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    decisionsDecideComment: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideCommentDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentDecisionView"];
                };
            };
            /** @description Too many: the limit `moderation` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    notesList: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description 20 when left out. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteListView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    notesAdd: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddNoteDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteView"];
                };
            };
            /** @description Too many: the limit `moderation` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    evidenceGet: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description 20 when left out. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    evidenceHold: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldEvidenceDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceHoldView"];
                };
            };
            /** @description Too many: the limit `moderation` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    evidenceRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `moderation` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    decisionsUndo: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UndoView"];
                };
            };
            /** @description Too many: the limit `moderation` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    handoverRead: {
        parameters: {
            query: {
                /** @description When the shift began; at most 31 days ago. */
                since: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    logList: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description 20 when left out. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionListView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    logExport: {
        parameters: {
            query?: {
                /** @description `log` when left out: as the log has it. `transparency`: what restricts somebody, in the field names of the EU’s transparency database, without words and names. */
                form?: "log" | "transparency";
                /** @description Decisions from then on. */
                since?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    logListPublic: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description 20 when left out. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicDecisionListView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    decisionsDecidePost: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                post: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecidePostDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostDecisionView"];
                };
            };
            /** @description It does not fit the present state of the post. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description Too many: the limit `moderation` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    queueList: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description When left out, everything that waits: all but `new`. */
                kind?: "new" | "reported" | "held" | "escalated";
                /** @description 20 when left out. */
                limit?: number;
                /** @description What waits in one discussion: by age, and nothing of the kind `new`. */
                post?: string;
                /** @description `age` when left out: what waits longest first. `score`: the weightiest reports first. */
                sort?: "score" | "age";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    queueClaim: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimView"];
                };
            };
            /** @description Too many: the limit `moderation` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    queueRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `moderation` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    queueDismiss: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DismissDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DismissalView"];
                };
            };
            /** @description Too many: the limit `moderation` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    queueEscalate: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `moderation` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    queueTakeBack: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `moderation` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    moderationSettingsRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModerationSettingsView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    moderationSettingsChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeModerationSettingsDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModerationSettingsView"];
                };
            };
            /** @description Too many: the limit `moderation` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    decisionsGetCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    decisionsDecideUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideUserDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDecisionView"];
                };
            };
            /** @description Too many: the limit `moderation` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    noticesSend: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendNoticeDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeReceiptView"];
                };
            };
            /** @description Too many: the limit `notices` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    noticesRead: {
        parameters: {
            query: {
                /** @description Of the receipt. */
                secret: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    postsList: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description 20 when left out. */
                limit?: number;
                /** @description `listed` when left out; moderators also see the others. `alike`: another post has the same address but for `http`, `www.` or the Unicode form of its letters. */
                list?: "listed" | "unlisted" | "unverified" | "alike";
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostListView"];
                };
            };
            /** @description The answer that the caller has is still the same. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    postsCreate: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePostDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostDetailView"];
                };
            };
            /** @description Too many: the limit `posts` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    postsGet: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: string;
            };
            path: {
                post: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostDetailView"];
                };
            };
            /** @description The answer that the caller has is still the same. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The discussion went into another one: the same under the address of `Location`. */
            308: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    postsDelete: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                post: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It does not fit the present state of the post. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description Too many: the limit `moderation` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    postsChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                post: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePostDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostDetailView"];
                };
            };
            /** @description It does not fit the present state of the post. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description Too many: the limit `posts` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    passagesListPassages: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: string;
            };
            path: {
                post: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PassageListView"];
                };
            };
            /** @description The answer that the caller has is still the same. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The discussion went into another one: the same under the address of `Location`. */
            308: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    threadGetPage: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Levels of replies below; 3 when left out. */
                depth?: number;
                /** @description Top-level comments; 20 when left out. */
                limit?: number;
                /** @description Replies shown for each comment; 3 when left out. */
                replies?: number;
                /** @description Of the top level; newest when left out. */
                sort?: "best" | "newest" | "oldest" | "controversial";
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: string;
            };
            path: {
                post: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThreadPageView"];
                };
            };
            /** @description The answer that the caller has is still the same. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The discussion went into another one: the same under the address of `Location`. */
            308: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    threadCreate: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                post: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCommentDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SingleCommentView"];
                };
            };
            /** @description It waits for a moderator; `hold` says why. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SingleCommentView"];
                };
            };
            /** @description The discussion went into another one: the same under the address of `Location`. */
            308: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description Too many: the limit `comments` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    foreignIdsResolve: {
        parameters: {
            query: {
                /** @description What the comment was called where it was imported from. */
                id: string;
                /** @description The system it came from, or the source as the import has named it; any when left out. */
                source?: string;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: string;
            };
            path: {
                post: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForeignIdView"];
                };
            };
            /** @description The answer that the caller has is still the same. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The discussion went into another one: the same under the address of `Location`. */
            308: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    threadListEvents: {
        parameters: {
            query?: {
                /** @description The last seq seen; 0 when left out. */
                after?: number;
                /** @description The epoch that came with that seq. */
                epoch?: string;
                /** @description 100 when left out. */
                limit?: number;
            };
            header?: never;
            path: {
                post: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventsView"];
                };
            };
            /** @description The discussion went into another one: the same under the address of `Location`. */
            308: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description Too many: the limit `events` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    postsMerge: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                post: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergePostDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostDecisionView"];
                };
            };
            /** @description It does not fit the present state of the post. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description Too many: the limit `moderation` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    postsListRevisions: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description 20 when left out. */
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: string;
            };
            path: {
                post: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostRevisionListView"];
                };
            };
            /** @description The answer that the caller has is still the same. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The discussion went into another one: the same under the address of `Location`. */
            308: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    subscriptionsSet: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                post: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscribeToPostDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionView"];
                };
            };
            /** @description The discussion went into another one: the same under the address of `Location`. */
            308: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description Too many: the limit `read-state` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    threadHtmlGet: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Top-level comments; 20 when left out. */
                limit?: number;
                /** @description Of the top level; best when left out. */
                sort?: "best" | "newest" | "oldest" | "controversial";
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: string;
            };
            path: {
                post: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The answer that the caller has is still the same. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The discussion went into another one: the same under the address of `Location`. */
            308: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    passagesListUpdates: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description 20 when left out. */
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: string;
            };
            path: {
                post: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostUpdateListView"];
                };
            };
            /** @description The answer that the caller has is still the same. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The discussion went into another one: the same under the address of `Location`. */
            308: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    passagesPublishUpdate: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                post: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishUpdateDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostUpdateView"];
                };
            };
            /** @description It does not fit the present state of the post. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description Too many: the limit `posts` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    postsAddUrl: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                post: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddUrlDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostDetailView"];
                };
            };
            /** @description It does not fit the present state of the post. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description Too many: the limit `posts` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    readingsGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostViewerView"];
                };
            };
            /** @description The discussion went into another one: the same under the address of `Location`. */
            308: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    readingsSetSeen: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                post: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetReadingDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingView"];
                };
            };
            /** @description The discussion went into another one: the same under the address of `Location`. */
            308: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description Too many: the limit `read-state` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    postsGetByPage: {
        parameters: {
            query?: {
                key?: string;
                url?: string;
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostView"];
                };
            };
            /** @description The answer that the caller has is still the same. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    postsEnsurePage: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePageDto"];
            };
        };
        responses: {
            /** @description It was there already. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostView"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostView"];
                };
            };
            /** @description Too many: the limit `posts` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    postCountsList: {
        parameters: {
            query?: {
                /** @description The site’s own name for a page. May be given several times. */
                key?: string[];
                /** @description The id or slug of a post. May be given several times. */
                post?: string[];
                /** @description An address of a page. May be given several times. */
                url?: string[];
            };
            header?: {
                /** @description The `ETag` of the answer that the caller has. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostCountListView"];
                };
            };
            /** @description The answer that the caller has is still the same. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    previewsShow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewView"];
                };
            };
            /** @description Too many: the limit `previews` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    usersGetProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    userFlagsFlag: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FlagUserDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserFlagView"];
                };
            };
            /** @description Too many: the limit `reports` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    usersSetRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetRoleDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
            /** @description Too many: the limit `moderation` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    usersGetMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    erasureErase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EraseMeDto"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureView"];
                };
            };
            /** @description Too many: the limit `account` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    usersChangeMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMeDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeView"];
                };
            };
            /** @description Too many: the limit `account` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    statementsList: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description 20 when left out. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnDecisionListView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    emailChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeEmailDto"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailedView"];
                };
            };
            /** @description Too many: the limit `account` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    erasureGet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    erasureKeep: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `account` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    ownDataExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description Too many: the limit `exports` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    userFlagsListOwn: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description 20 when left out. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyFlagListView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    guestsTakeOver: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeOverGuestDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenOverView"];
                };
            };
            /** @description Too many: the limit `account` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    ignoredUsersList: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description 20 when left out. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IgnoredUserListView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    ignoredUsersAdd: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
            /** @description Too many: the limit `account` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    ignoredUsersRemove: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `account` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    importedFind: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedBeforeView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    importedTakeOver: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenOverView"];
                };
            };
            /** @description Too many: the limit `account` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    notificationsList: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description 20 when left out. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationListView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    notificationsMarkRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadNotificationsDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadView"];
                };
            };
            /** @description Too many: the limit `read-state` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    passwordChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordDto"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `account` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    preferencesGet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreferencesView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    preferencesSet: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePreferencesDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreferencesView"];
                };
            };
            /** @description Too many: the limit `account` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    sessionsList: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description 20 when left out. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsView"];
                };
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    sessionsEndOthers: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `account` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    sessionsEnd: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `account` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    termsAccept: {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours the same request with the same key is done once, and answered alike. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptTermsDto"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `account` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description What the budget holds. */
                    "RateLimit-Limit"?: number;
                    /** @description What is left of it. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until all of it is free again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    healthLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    healthReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthView"];
                };
            };
            /** @description A problem document (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
}
