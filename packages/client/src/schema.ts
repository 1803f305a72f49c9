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
         * Restore the former e-mail address
         * @description Takes the token of the mail about the change, which is valid for a week. Ends all sessions. Invalidates the password, the linked sites, and the apps and passkeys that were set up since a week before the change. Mails a link for a new password to the address.
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
         * Get your sign-in factors
         * @description Reports whether the account has a password, an authenticator app and recovery codes.
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
         * Request a password reset
         * @description The response is the same whether or not an account has the address.
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
         * Start a guest session
         * @description Returns the tokens of a session, as a registration does. A guest has a name, but no account, and may only write, edit and delete comments. An account can claim these comments by `POST /users/me/guest`. 404 if the site does not allow guests.
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
         * List your linked sites
         * @description The site that created the account, and the sites that were linked later.
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
         * @description The site can no longer sign in to this account, and all other sessions end. Requires the password or a fresh sign-in, and a session with two factors if the account has an app or a passkey. The site that created the account cannot be unlinked: 409 `site-of-origin`. Nor can the last sign-in method: 409 `last-way-in`.
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
         * @description Takes the user name or the e-mail address, and returns the tokens of a new session.
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
         * @description Ends the session of the access token, invalidates its tokens and closes its sockets. Without an access token it ends the session of the cookie, if there is one, and needs an `Origin` of the site.
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
         * Decide by a decision link
         * @description Approves or removes one comment in the name of the recipient of the mail, like a decision on a comment. Works once; a repetition answers that it is done. 409 if the comment has changed since.
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
         * Get the subject of a decision link
         * @description Takes the token of a mail to staff, and returns the current state of the comment. Changes nothing.
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
         * Undo a decision by a decision link
         * @description Takes the token that the decision was made by. Otherwise like the undo of a decision.
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
         * Remove a sign-in method that somebody else added
         * @description Takes the token of the mail about a new app, passkey, linked site or recovery codes, which is valid for a week. Removes that method, ends all sessions and invalidates the password. Mails a link for a new password to the address.
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
         * List the sign-in providers
         * @description The OpenID Connect providers that the service is configured for.
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
         * Handle the redirect of a provider
         * @description Returns a page that sends one message by `postMessage` to the exact origin that opened the window, and closes: `{ type: "colloquy:signed-in", refreshToken }`, `{ type: "colloquy:second-factor", challenge }` for `/auth/totp/verify`, `{ type: "colloquy:identity", proof }` or `{ type: "colloquy:sign-in-failed" }`.
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
         * Start signing in by a provider
         * @description A page of the site opens this URL in a window. It redirects to the provider. 404 for a provider that is not configured.
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
         * Link a site
         * @description Takes the proof from the sign-in window and the password; an account without one needs a fresh sign-in. The link is removed when the password changes or the account is taken back.
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
         * @description Newest first.
         */
        get: operations["passkeysList"];
        put?: never;
        /**
         * Add a passkey
         * @description Takes the response of the browser within five minutes. A challenge works once. The passkey is removed when the password changes, unless it was added in a session with two factors that started after an app was set up.
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
         * @description Only you see the name.
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
         * @description The passkey can no longer sign in. Requires the password or a fresh sign-in, and a session with two factors if the account has an app or a passkey.
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
         * Start signing in by a passkey
         * @description Returns the options for the browser. No user name is needed.
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
         * Start adding a passkey
         * @description Returns the options for the browser. Requires the password or a fresh sign-in, and a session with two factors if the account has an app or a passkey.
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
         * @description Takes the response of the browser within five minutes. A challenge works once. No code of an app is required: the device and the verified user are two factors.
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
         * @description A refresh token works once. A repetition gets the same response as long as the successor is unused; an older token ends the session. Without a body the token of the cookie is used, and the request needs an `Origin` of the site. The token in a cookie is replaced at most every 10 minutes.
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
         * @description Creates an account and returns the tokens of its first session. A site that requires confirmed e-mail addresses (`confirmEmails`) answers 202 and mails a link, whether or not an account has the address.
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
         * Reset a password
         * @description Takes the token of a mail. Ends all sessions of the account. Linked sites, passkeys that somebody who knew only the password may have added, and the factors of the last 7 days in `remove` can no longer sign in. A rejected password does not use up the token.
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
         * List recently added sign-in factors
         * @description Takes the token of a password mail without using it up. Lists the app and the passkeys that were added in the last 7 days and that stay valid after a password reset. `remove` of `POST /auth/reset-password` removes them.
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
         * @description Takes a token that the host site has signed, and returns the tokens of a session. The first token creates the account; newer tokens update its name, address, role and badges. With `session: "cookie"` a browser keeps an existing session of the same account. 404 if single sign-on is not configured.
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
         * @description For the developers of the site: reports the result of every check of a token. It signs nobody in, and reveals nothing about accounts. 404 if single sign-on is not configured.
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
         * Start setting up an authenticator app
         * @description Returns a secret for the app (TOTP, six digits every 30 seconds). Sign-ins require no code until a first code is confirmed, which must happen within 15 minutes. An account that has a passkey needs a session with two factors.
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
         * Confirm an authenticator app
         * @description Takes a first code of the app and returns ten recovery codes. From then on a sign-in by password or by OpenID Connect is answered with `second-factor-required`.
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
         * Replace your recovery codes
         * @description Requires a code. The former recovery codes become invalid.
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
         * Remove the authenticator app
         * @description Requires the password and a code. The recovery codes become invalid, too.
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
         * Step up a session to two factors
         * @description Takes a code. From then on the session has two factors, which some sites require of moderators and administrators.
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
         * Complete a sign-in with a second factor
         * @description Takes the challenge of the first step and a code, and returns the tokens of a new session.
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
         * Open an unsubscribe link
         * @description Redirects to the page with the button to unsubscribe.
         */
        get: operations["unsubscribeOpen"];
        put?: never;
        /**
         * Unsubscribe by an e-mail link
         * @description Takes the token of a mail, in the query or the body; no sign-in is needed. Unsubscribes from some kinds of mail, or from a post. The form body that mail programs send (RFC 8058) is ignored.
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
         * @description Takes the token of a mail, which works once. Confirms the address of a new account, or the new address of an account.
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
         * Resend the confirmation mail
         * @description The response is the same whether or not such an account exists. Without an address the mail goes to the address of the caller, even if earlier mail to it bounced.
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
         * Get the requirements for writing
         * @description The setting for guests and the terms of the site, for the sign-in form of a page.
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
         * @description The comment as the caller may see it: its author and moderators may see more than others.
         */
        get: operations["commentsGet"];
        put?: never;
        post?: never;
        /**
         * Delete your comment
         * @description A comment with replies is replaced by a tombstone.
         */
        delete: operations["commentsDelete"];
        options?: never;
        head?: never;
        /**
         * Edit your comment
         * @description `If-Match` is the version to edit. The former text is kept as a revision.
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
         * @description The top-level comment, the nearest ancestors, the comment itself and its first replies.
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
         * Move a branch to another post
         * @description Moves a comment with all replies below it. It becomes a top-level comment there and keeps its votes, reports and queue items. The decision can be undone.
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
         * @description Oldest first.
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
         * @description The texts before marked edits. Its author and moderators also see those before edits that are not marked.
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
         * @description An account has one vote for each comment. A downvote expresses disagreement; it hides nothing.
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
         * @description Background work, such as mail, that has failed in all of its attempts; newest first. Failed jobs are kept for 30 days.
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
         * Retry a failed job
         * @description The job starts at once, with all of its attempts. Returns the job as it was.
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
         * Report bounced mail
         * @description Bounced addresses get no more mail, except requested links for a new password. The owner sees this in the account. 404 without the right `MAIL_BOUNCE_SECRET`.
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
         * @description Jobs that decide on many comments, newest first.
         */
        get: operations["bulkList"];
        put?: never;
        /**
         * Start a bulk job
         * @description Takes a selection of ids, or a filter that is evaluated now. A background job applies the decisions. Returns the job.
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
         * @description The state and the progress of the job.
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
         * @description Decisions that were made stay. A `restore` with `job` reverses them.
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
         * @description The outcome of each comment, in the order of the job.
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
         * @description The text for authors, for each reason and language.
         */
        get: operations["cannedReasonsList"];
        /**
         * Change a canned reason
         * @description Applies to new decisions. Earlier statements stay unchanged.
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
         * @description Approve, remove or restore the comment; pin or feature it, lock its branch, or reverse these. The second of two moderators who saw the same version gets 409.
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
         * @description The texts that are held back from erasure, and the hold. For administrators.
         */
        get: operations["evidenceGet"];
        /**
         * Hold evidence back from erasure
         * @description Copies the subject of the decision until a given time: the comment with its former and reported texts, or the reported names; the texts of reports; details and statement of the decision. The authors of these texts see until when, and why. A repetition changes the end and the reason.
         */
        put: operations["evidenceHold"];
        post?: never;
        /**
         * Release held evidence
         * @description Deletes the held copies at once. Without a hold nothing changes.
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
         * Undo a decision
         * @description Restores the former state, if nothing has changed since (else 409). Within a minute of the decision its author is notified of neither.
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
         * @description The items that arrived, were decided on or are pending since a given time.
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
         * @description Every decision of the site, newest first. For moderators.
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
         * @description JSON lines, oldest first. Resume an interrupted export from the time of its last line.
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
         * List the public log of decisions
         * @description The actions, their reasons and times. The log names nobody and contains no texts.
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
         * @description A locked discussion accepts no comments and no edits.
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
         * @description The items that need a decision, by age or score, with claims and the number of items of each kind.
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
         * @description A claim ends by a decision, a release, a sign-out, or ten minutes without a repetition of this request.
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
         * @description The reporters are notified that moderation disagrees. To dismiss reports of a comment, approve the comment.
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
         * Revoke an escalation
         * @description Moderators can decide on the item again.
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
         * @description The sensitivity of reports, the report weight that hides a comment, how many first comments of an account are held, and the permissions of accounts without a confirmed e-mail address.
         */
        get: operations["moderationSettingsRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the moderation settings
         * @description Omitted fields stay unchanged. Only for administrators.
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
         * Get the moderation view of an account
         * @description The account with its decisions and notes. `id` is the id or the user name.
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
         * @description Warn, premoderate, suspend, ban, reinstate or rename the account, or add a note for moderators. `id` is the id or the user name.
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
         * Submit a notice of illegal content
         * @description Needs no account. Returns the receipt.
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
         * @description Newest first. Lists posts of staff, imported posts and verified pages. `list` shows the others to moderators.
         */
        get: operations["postsList"];
        put?: never;
        /**
         * Create a post
         * @description Creates a post with a text of its own, or for a page of the host site.
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
         * @description Its routes answer 410 from then on, and readers cannot start its discussion again. Its comments are kept for 30 days; until then the decision can be undone.
         */
        delete: operations["postsDelete"];
        options?: never;
        head?: never;
        /**
         * Change a post
         * @description Its author may change title, summary and body; moderators may change everything. A new `url` replaces the former one.
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
         * @description Passages that comments are about, with the number of published comments on each. The response is the same for everyone.
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
         * @description Top-level comments with their first replies. The response is the same for everyone.
         */
        get: operations["threadGetPage"];
        put?: never;
        /**
         * Write a comment
         * @description Creates a top-level comment, or a reply with `parentId`. With an `Idempotency-Key` a repetition gets the first response.
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
         * @description Takes the id of the comment in the system that it was imported from. 404 for a hidden comment, or one that was never imported.
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
         * @description The events after a `seq`: the same as over the socket, in order and without gaps.
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
         * @description Moves its comments, URLs and keys to the other post. Its routes answer 308 to that post from then on; changes of the merged post itself answer 409. The decision can be undone.
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
         * @description The current text and the former texts, newest first.
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
         * Set the notification level of a post
         * @description Every comment, only replies and mentions, or nothing. Notifications of decisions and corrections follow your preferences.
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
         * @description A fragment that a site includes in its page when it is built or served: for readers without JavaScript, and for search engines. The response is the same for everyone.
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
         * @description The updates of the author, newest first.
         */
        get: operations["passagesListUpdates"];
        put?: never;
        /**
         * Publish an update of a post
         * @description For its author and moderators. `body` changes the text of the post at the same time.
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
         * Add a URL to a post
         * @description The host site shows the post under this URL, too.
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
         * Get the viewer's state of a post
         * @description The viewer's votes, held and removed comments, permissions, slow mode, notification level and read position.
         */
        get: operations["readingsGet"];
        /**
         * Save your read position
         * @description All of your devices share it. It never moves back, and never beyond the newest event.
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
         * @description Takes the key of the page, its URL, or both. 404 until somebody has commented there; the problem is `page-not-begun` if only staff may start discussions.
         */
        get: operations["postsGetByPage"];
        put?: never;
        /**
         * Find or create the post of a page
         * @description Needed before the first comment on a page. The service fetches the page. If the page confirms its URL, the post is listed, with the title and language of the page. If not, its comments are held until a moderator or a later check decides.
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
         * @description Counts the published comments of up to 100 posts. The count is 0 for a page without a post and for an invalid name.
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
         * @description Renders a text as a comment. Nothing is stored.
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
         * @description The public profile, by the user name.
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
         * @description Reports its name or bio. Only moderators see who reported it.
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
         * @description Only for administrators. The last administrator must keep the role.
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
         * @description Your public profile, and private data such as your e-mail address and standing.
         */
        get: operations["usersGetMe"];
        put?: never;
        post?: never;
        /**
         * Erase your account
         * @description Closes the account at once and ends its sessions. The account is erased permanently a day later; until then its holder can sign in and cancel. A guest is erased at once. Requires the password, or a fresh sign-in for an account without one. The last administrator cannot be erased.
         */
        delete: operations["erasureErase"];
        options?: never;
        head?: never;
        /**
         * Change your profile
         * @description The display name, the bio and the language of mails. A suspended account may change only the language.
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
         * @description The decisions of moderators about you, and their reasons. A decision appears a minute after it was made.
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
         * @description Mails a link to the new address. The change takes effect when the link is opened. The former address is then notified, and can take the account back for a week. An account without a password needs a fresh sign-in, and a session with two factors if it has an app or a passkey.
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
         * Get the pending erasure
         * @description When your account will be erased, and whether its comments are kept or deleted.
         */
        get: operations["erasureGet"];
        put?: never;
        post?: never;
        /**
         * Cancel the erasure of your account
         * @description Possible until the erasure starts. Restores the account.
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
         * @description A ZIP with a JSON file for each kind of data that the service stores about you, without texts of others, notes of moderators and secrets.
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
         * @description Your reports, newest first, and the decisions on them.
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
         * Claim your guest comments
         * @description Transfers the comments of a guest to your account, with their replies and votes, and ends the guest session. Requires the access token of the guest, and works once.
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
         * List your ignored accounts
         * @description At most 1,000 accounts. A page reads the list once and hides their comments.
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
         * @description Its comments are hidden for you, and neither of you is notified of comments of the other. Nobody else learns of it.
         */
        put: operations["ignoredUsersAdd"];
        post?: never;
        /**
         * Stop ignoring an account
         * @description Succeeds also if the account was not ignored or does not exist.
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
         * Count the imported comments that you can claim
         * @description The number of imported comments under the e-mail address of your account. The address must be confirmed. The comments are yours after you claim them.
         */
        get: operations["importedFind"];
        put?: never;
        /**
         * Claim your imported comments
         * @description Transfers the imported comments under the e-mail address of your account to your account. The address must be confirmed.
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
         * List your notifications
         * @description Replies, mentions, comments on posts that you follow, decisions about you, and updates that a comment of yours led to. Only those about public comments are listed.
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
         * @description Marks the notifications with the given ids, and one with all older ones. A notification cannot become unread again.
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
         * @description Ends all sessions of the account except the current one. Linked sites, and passkeys that somebody who knew only the password may have added, can no longer sign in until they are added again. Staff who have an app or a passkey need a session with two factors. An account without a password sets one by the mail for a forgotten password: 409 `no-password`.
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
         * Get your notification preferences
         * @description Whether each kind of notification is listed, and when it is mailed.
         */
        get: operations["preferencesGet"];
        /**
         * Change your notification preferences
         * @description Omitted kinds stay unchanged, and so do an omitted `bell` or `mail` of a kind.
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
         * @description Your active sessions, newest sign-in first.
         */
        get: operations["sessionsList"];
        put?: never;
        post?: never;
        /**
         * End your other sessions
         * @description Ends all sessions except the current one, invalidates their tokens and closes their sockets.
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
         * @description Invalidates its tokens and closes its sockets.
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
         * @description Accepts the version that `GET /auth/ways` names. Until then changes that others would see are refused: 403 `terms-not-accepted`. If the version is outdated, the response is the same problem with the current terms.
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
         * Check that the process is alive
         * @description Liveness: answers without a query to the database.
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
         * Check that the process is ready
         * @description Readiness: the database answers, and the process is not shutting down.
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
            /** @description The version to accept. */
            version: string;
        };
        AddNoteDto: {
            /** @description The text of the note, for other moderators. */
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
             * @description The name that the owner gave it.
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
            /** @description The revision that the reader saw. Default: the current one. */
            revision?: number;
        };
        AnchorPositionDto: {
            /** @description Offset of the first code point after the passage. */
            end: number;
            /** @description Offset in code points of the text of the post. */
            start: number;
        };
        AnchorPositionView: {
            end: number;
            /** @description Offset in code points of the text of the post. */
            start: number;
        };
        AnchorQuoteDto: {
            /** @description The exact text of the passage. */
            exact: string;
            /** @description The text before the passage. */
            prefix?: string;
            /** @description The text after the passage. */
            suffix?: string;
        };
        AnchorQuoteView: {
            /** @description The passage. */
            exact: string;
            /** @description The text before the passage. */
            prefix: string;
            /** @description The text after the passage. */
            suffix: string;
        };
        AnchorView: {
            /** @description The current position; null if orphaned. */
            place: components["schemas"]["AnchorPositionView"] | null;
            /** @description The revision that `state` and `place` refer to. */
            placeRevision: number | null;
            /** @description The position when the comment was written. */
            position: components["schemas"]["AnchorPositionView"];
            quote: components["schemas"]["AnchorQuoteView"];
            /** @description The revision of the post that `position` refers to; null for a page of the host site. */
            revision: number | null;
            /**
             * @description Whether the text of the post still contains the passage: unchanged, changed, or not at all.
             * @enum {string}
             */
            state: "exact" | "near" | "orphaned";
        };
        AppCodeDto: {
            /**
             * @description A code of the authenticator app.
             * @example 492039
             */
            code: string;
        };
        BounceDto: {
            /** @description The bounced address, if the return address is not known. */
            address?: string;
            /**
             * @description Whether the mail bounced permanently, bounced temporarily, or was reported as spam.
             * @enum {string}
             */
            kind: "permanent" | "temporary" | "complaint";
            /** @description The signed return address (envelope sender) that received the bounce. */
            returnAddress?: string;
        };
        BouncesDto: {
            bounces: components["schemas"]["BounceDto"][];
        };
        BouncesView: {
            /** @description The number of addresses that get no more mail. */
            stopped: number;
        };
        BulkItemListView: {
            items: components["schemas"]["BulkItemView"][];
            nextCursor: string | null;
        };
        BulkItemView: {
            /** Format: uuid */
            commentId: string;
            /** @description `done`, or the slug of the problem that a single decision would get; null: pending. */
            outcome: string | null;
            /** @description The version of the comment when it was selected. */
            version: number;
        };
        BulkJobListView: {
            /** @description Newest first. */
            items: components["schemas"]["BulkJobView"][];
            nextCursor: string | null;
        };
        BulkJobView: {
            /** @enum {string} */
            action: "approve" | "remove" | "restore";
            /** Format: date-time */
            createdAt: string;
            /** @description The number of decided comments. */
            done: number;
            /** Format: date-time */
            finishedAt: string | null;
            /** Format: uuid */
            id: string;
            moderator: components["schemas"]["UserView"] | null;
            /** @enum {string|null} */
            reason: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other" | null;
            /** @description The number of refused comments; the items say why. */
            refused: number;
            /**
             * @description `failed`: the moderator who started it may no longer decide.
             * @enum {string}
             */
            state: "running" | "done" | "cancelled" | "failed";
            /** @description The number of selected comments. */
            total: number;
        };
        CannedReasonListView: {
            /** @description Every reason in every language. */
            items: components["schemas"]["CannedReasonView"][];
            /** @description Always null: the list is complete. */
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
            /** @description The latest 50 decisions on the account and on its comments, including notes. */
            decisions: components["schemas"]["DecisionView"][];
            user: components["schemas"]["JudgedUserView"];
        };
        CeremonyView: {
            /** @description The options for `PublicKeyCredential.parseCreationOptionsFromJSON()` or `parseRequestOptionsFromJSON()` of the browser. */
            options: {
                [key: string]: unknown;
            };
        };
        ChangeCannedReasonDto: {
            /** @enum {string} */
            language: "en" | "lv" | "ru";
            /** @enum {string} */
            reason: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other";
            /** @description One or two sentences to the affected user. */
            text: string;
        };
        ChangeCaseKindDto: {
            /** @enum {string} */
            mail: "off" | "at_once";
        };
        ChangeEmailDto: {
            /** @description The current password. An account without one must have signed in within the last 10 minutes. */
            current?: string;
            /** @example anna@example.org */
            email: string;
        };
        ChangeKindDto: {
            /** @description Whether it is listed and sent over the socket. */
            bell?: boolean;
            /** @enum {string} */
            mail?: "off" | "at_once" | "daily" | "weekly";
        };
        ChangeMeDto: {
            /** @description Shown on the profile. */
            bio?: string;
            /**
             * @description At most 40 characters. It must not look like the name of another account.
             * @example Анна К.
             */
            displayName?: string;
            /**
             * @description The language of the mails to the account.
             * @enum {string}
             */
            language?: "en" | "lv" | "ru";
        };
        ChangeModerationSettingsDto: {
            /** @description Whether an account starts with the confirmation of its e-mail address. Registration then answers 202, also for an address that has an account. */
            confirmEmails?: boolean;
            /**
             * @description How easily reports hide a comment until a moderator decides; `disabled`: never.
             * @enum {string}
             */
            flagSensitivity?: "disabled" | "low" | "medium" | "high";
            /**
             * @description Whether readers without an account may write under a name: `off`; `held` until a moderator approves; or `open`.
             * @enum {string}
             */
            guests?: "off" | "held" | "open";
            /** @description The report weight that hides a comment at `low`. A report of a new member weighs 2. */
            hideScore?: number;
            /** @description Comments of an account with fewer published comments than this are held; 0: none. */
            holdFirstComments?: number;
            /** @description Whether all changes that others would see are refused. Administrators may still act. */
            readOnly?: boolean;
            /** @description Whether moderators and administrators need a session with two factors to act as such. Otherwise they act as members. */
            staffSecondFactor?: boolean;
            /** @description The URL of the terms. Empty: there are no terms. */
            termsUrl?: string;
            /** @description The current version of the terms, such as `2026-11`. Writers must accept each new version. Empty: there are no terms. */
            termsVersion?: string;
            /** @description Whether an account without a confirmed e-mail address may comment. */
            unconfirmedMayComment?: boolean;
        };
        ChangePasswordDto: {
            /** @description The current password. */
            current: string;
            /**
             * @description At least 8 characters and at most 1,024 bytes of UTF-8. It is compared in Unicode normal form C.
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
            /** @description Whether lists show the post. Listing an unverified page vouches for it. */
            listed?: boolean;
            /** @description A locked post accepts no comments and no edits. */
            locked?: boolean;
            /** @enum {string} */
            mode?: "open" | "premoderated" | "closed";
            /** @description Slow mode: seconds between two comments of one account; 0: off. Staff are exempt. */
            slowModeSeconds?: number;
            slug?: string;
            summary?: string | null;
            title?: string;
            url?: string | null;
            /** @enum {string} */
            votes?: "updown" | "up" | "off";
        };
        ChangePreferencesDto: {
            /** @description Updates that your comments led to. */
            correction?: components["schemas"]["ChangeKindDto"];
            /** @description Decisions of moderation about you. */
            decision?: components["schemas"]["ChangeKindDto"];
            /** @description Comments on posts that you follow. */
            followed?: components["schemas"]["ChangeKindDto"];
            /** @description For staff: held comments. */
            held?: components["schemas"]["ChangeCaseKindDto"];
            /** @description Comments that mention you. */
            mention?: components["schemas"]["ChangeKindDto"];
            /** @description For staff: legal notices. */
            notice?: components["schemas"]["ChangeCaseKindDto"];
            /** @description Replies to your comments. */
            reply?: components["schemas"]["ChangeKindDto"];
            /** @description For staff: reported comments. */
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
             * @description Ten minutes after the last renewal.
             */
            endsAt: string;
        };
        CodeDto: {
            /**
             * @description A code of the authenticator app, or a recovery code.
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
            /** @description Texts before marked edits, oldest first. */
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
            /** @description The passage of the post that the comment is about. */
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
            /** @description Whether moderators have featured it. */
            featured: boolean;
            /** @description Sanitised HTML. */
            html: string | null;
            /** Format: uuid */
            id: string;
            /** @description Whether the comment or one of its ancestors is locked. A locked comment accepts no replies. */
            locked: boolean;
            moreReplies: components["schemas"]["MoreRepliesView"] | null;
            /** Format: uuid */
            parentId: string | null;
            /** @description Whether it is shown before the other comments of the thread. */
            pinned: boolean;
            /** @description Its quotes, in the current state of their sources. */
            quotes: components["schemas"]["QuoteView"][];
            removal: components["schemas"]["RemovalView"] | null;
            /** @description Direct replies, including tombstones. */
            replyCount: number;
            /** @description The revision of the post when it was written. */
            revision: number | null;
            score: number | null;
            /** @enum {string} */
            status: "published" | "held" | "removed" | "deleted";
            upvotes: number | null;
            version: number;
        };
        ConfirmedCodeDto: {
            /**
             * @description A code of the authenticator app, or a recovery code.
             * @example 492039
             */
            code: string;
            /** @description The current password. Optional within 10 minutes of the sign-in. */
            current?: string;
        };
        ConfirmedDto: {
            /** @description The current password. Optional within 10 minutes of the sign-in. */
            current?: string;
        };
        ContextView: {
            /** Format: uuid */
            epoch: string;
            /** Format: uuid */
            focusId: string;
            /** @description The top-level comment, the nearest ancestors, the comment itself and its first replies. */
            items: components["schemas"]["CommentView"][];
            /** @description The number of omitted ancestors. */
            omitted: number;
            seq: number;
        };
        CreateCommentDto: {
            /** @description The passage of the post that the comment is about. */
            anchor?: components["schemas"]["AnchorDto"];
            /** @description Markdown. */
            body: string;
            /**
             * Format: uuid
             * @description The comment that it replies to.
             */
            parentId?: string | null;
            /** @description Quotes of other comments of the post. */
            quotes?: components["schemas"]["QuoteDto"][];
        };
        CreatePageDto: {
            /** @description The key is used if the page contains it, if its signature is valid, or if staff send it. */
            key?: string | null;
            /** @description Hex HMAC-SHA-256 of the key, with `PAGE_KEY_SECRET`. */
            keySignature?: string | null;
            /** @description Ignored: the language is taken from the page. */
            language?: string | null;
            /** @description Ignored: the title is taken from the page. */
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
            /** @description Slow mode: seconds between two comments of one account; 0: off. Staff are exempt. */
            slowModeSeconds?: number;
            /**
             * @description Default: made from the title.
             * @example the-river
             */
            slug?: string;
            summary?: string | null;
            title: string;
            url?: string | null;
            /**
             * @description Default: updown.
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
             * @description The reason of a removal. Default: the most frequent reason of the reports, `illegal` for a notice, or `other`.
             * @enum {string}
             */
            reason?: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other";
            /** @description The value of `token=` in the link of the mail. */
            token: string;
        };
        DecideCommentDto: {
            /** @enum {string} */
            action: "approve" | "remove" | "restore" | "pin" | "unpin" | "feature" | "unfeature" | "lock" | "unlock";
            /** @description A note in the log, for moderators. */
            note?: string | null;
            /**
             * @description Required for restrictive actions, such as remove, warn and ban.
             * @enum {string|null}
             */
            reason?: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other" | null;
            /** @description The house rule by its name on the site. It is public. */
            rule?: string | null;
            /** @description For the affected user, appended to the canned text for the reason. */
            text?: string | null;
            /** @description The version of the comment that the moderator saw. */
            version: number;
        };
        DecidePostDto: {
            /** @enum {string} */
            action: "lock" | "unlock";
            /** @description A note in the log, for moderators. */
            note?: string | null;
            /**
             * @description Required for restrictive actions, such as remove, warn and ban.
             * @enum {string|null}
             */
            reason?: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other" | null;
            /** @description The house rule by its name on the site. It is public. */
            rule?: string | null;
            /** @description For the affected user, appended to the canned text for the reason. */
            text?: string | null;
        };
        DecideUserDto: {
            /** @enum {string} */
            action: "warn" | "premoderate" | "suspend" | "ban" | "reinstate" | "rename" | "note";
            /** @description For `rename`: whether to clear the bio. */
            clearBio?: boolean;
            /** @description For `rename`. */
            displayName?: string;
            /** @description A note in the log, for moderators. */
            note?: string | null;
            /**
             * @description Required for restrictive actions, such as remove, warn and ban.
             * @enum {string|null}
             */
            reason?: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other" | null;
            /** @description For `ban`: a job removes the comments of the last so many days. */
            removeDays?: number;
            /** @description The house rule by its name on the site. It is public. */
            rule?: string | null;
            /** @description For the affected user, appended to the canned text for the reason. */
            text?: string | null;
            /**
             * Format: date-time
             * @description For `suspend`: when it ends.
             */
            until?: string;
            /** @description For `rename`. */
            username?: string;
            /** @description The version of the account that the moderator saw. It is compared if given. */
            version?: number;
        };
        DecisionListView: {
            /** @description Newest first. */
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
            /** @description The hold on its evidence: until when, and why. */
            evidence: components["schemas"]["HeldEvidenceView"] | null;
            /** Format: uuid */
            id: string;
            /**
             * @description What caused the decision.
             * @enum {string}
             */
            ledBy: "moderation" | "notice" | "reports" | "rules";
            /** @description Null if the account was deleted, and if reports held a comment (`hold`). */
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
            /** @description For the affected user. */
            text: string | null;
            /** @description The conflicts of interest of the moderator, if nobody else could decide. */
            ties: ("wrote" | "answered" | "flagged")[];
            /**
             * Format: uuid
             * @description For `undo`: the decision that is undone.
             */
            undoes: string | null;
            /** @description Whether it was undone. */
            undone: boolean;
            /**
             * Format: date-time
             * @description When a suspension ends.
             */
            until: string | null;
            /**
             * Format: uuid
             * @description The affected account, or the author of the comment.
             */
            userId: string | null;
        };
        DismissalView: {
            decision: components["schemas"]["DecisionView"];
        };
        DismissDto: {
            /** @description A note in the log, for moderators. */
            note?: string | null;
        };
        EditCommentDto: {
            /** @description Markdown. */
            body: string;
            /** @description Default: unchanged. */
            quotes?: components["schemas"]["QuoteDto"][];
        };
        EraseMeDto: {
            /**
             * @description "anonymise": public comments stay without an author. "remove": they are deleted, too. Held and removed comments are deleted in both cases.
             * @enum {string}
             */
            comments: "anonymise" | "remove";
            /** @description The current password. Optional within 10 minutes of the sign-in. */
            current?: string;
        };
        ErasureView: {
            /** Format: date-time */
            askedAt: string;
            /** @enum {string} */
            comments: "anonymise" | "remove";
            /**
             * Format: date-time
             * @description When the erasure starts. Until then the holder can sign in and cancel it.
             */
            dueAt: string;
            /** @description The texts that are held for a time as evidence of decisions, and why. At most 100, the earliest end first. Your exported data contains all. */
            heldBack: components["schemas"]["HeldBackView"][];
        };
        EscalationView: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["UserView"] | null;
        };
        EventDataView: {
            /** @description For events of a comment: only the first event about a comment contains it. */
            comment?: components["schemas"]["CommentView"] | components["schemas"]["HiddenCommentView"] | components["schemas"]["CommentReferenceView"];
            /** @description For `quotes.changed`: the comments whose quotes must be fetched again. */
            commentIds?: string[];
            /** @description For events of the post itself. */
            post?: components["schemas"]["PostView"];
        };
        EventsView: {
            /** Format: uuid */
            epoch: string;
            events: components["schemas"]["EventView"][];
            /** @description Load the thread again: the log does not contain this position. */
            resync?: boolean;
            seq: number;
        };
        EventView: {
            /** Format: date-time */
            at: string;
            data: components["schemas"]["EventDataView"];
            seq: number;
            /**
             * @description Clients must ignore unknown types.
             * @example comment.created
             */
            type: string;
        };
        EvidenceHoldView: {
            /** Format: date-time */
            createdAt: string;
            /** @description Null if the account was deleted. */
            heldBy: components["schemas"]["UserView"] | null;
            /** @description The reason, for the affected user. */
            reason: string;
            /** Format: date-time */
            until: string;
        };
        EvidenceTextView: {
            /**
             * Format: uuid
             * @description The author of the text.
             */
            authorId: string | null;
            body: string;
            /** @description The HTML of a comment, as it was shown. */
            html: string | null;
            /**
             * @description The comment, a former text of it, a reported text or name, or the text of a report; of the decision, its note, its text, the former state (JSON) or its statement of reasons.
             * @enum {string}
             */
            kind: "comment" | "former" | "reported" | "name" | "bio" | "report" | "note" | "text" | "before" | "statement";
            /** @description The version of the comment. */
            version: number | null;
            /** Format: date-time */
            writtenAt: string | null;
        };
        EvidenceView: {
            hold: components["schemas"]["EvidenceHoldView"] | null;
            /** @description The texts as they were when they were held. */
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
            /** @description The number of unused recovery codes. */
            recoveryCodesLeft: number;
            /** @description Whether the site requires two factors of this account. */
            required: boolean;
            /** @description Whether the current session has two factors. */
            secondFactor: boolean;
            /**
             * Format: date-time
             * @description When the authenticator app was confirmed; null without one.
             */
            totpSince: string | null;
        };
        FailedJobListView: {
            items: components["schemas"]["FailedJobView"][];
            nextCursor: string | null;
        };
        FailedJobView: {
            /** @description The number of attempts. */
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            /** @description The first line of the last error, without values; null if the node that ran the job was lost. */
            error: string | null;
            /**
             * Format: date-time
             * @description When the last attempt was made.
             */
            failedAt: string;
            id: string;
            /** @description The subject of the job: ids, never a text or an address. */
            payload: {
                [key: string]: unknown;
            };
            /** @description The kind of the job. */
            task: string;
        };
        FieldFaultView: {
            detail: string;
            /** @description A JSON pointer into the body, or ?name for the query. */
            pointer: string;
            /**
             * @description The name of the broken rule, if it is a rule for texts of users.
             * @enum {string}
             */
            rule?: "nothing-shown" | "too-short" | "too-long" | "single-line" | "forbidden-character" | "invisible-character" | "white-space" | "many-marks" | "no-letter" | "username" | "email" | "password-length" | "common-password" | "own-password" | "reserved-name";
        };
        FlagCommentDto: {
            /** @description An explanation for the moderators. */
            detail?: string | null;
            /** @enum {string} */
            reason: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other";
        };
        FlaggedTextView: {
            body: string;
            version: number;
        };
        FlagUserDto: {
            /** @description An explanation for the moderators. */
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
             * @description `open` until a moderator decides; `gone` if the author deletes the comment.
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
             * @description At most 40 characters. It must not be the user name of an account or a name of staff.
             * @example Анна К.
             */
            displayName: string;
            /**
             * @description For pages of the site: the refresh token is set as an HttpOnly cookie instead of being in the body.
             * @enum {string}
             */
            session?: "cookie";
            /** @description The version of the terms that the reader accepts, from `GET /auth/ways`. */
            termsVersion?: string;
        };
        HandoverActionView: {
            action: string;
            count: number;
        };
        HandoverView: {
            /** @description The number of items that arrived, whether or not they were decided since. */
            came: number;
            /** @description The latest 100. */
            claimed: components["schemas"]["ClaimedItemView"][];
            /** @description The number of decisions by action, most frequent first. */
            decided: components["schemas"]["HandoverActionView"][];
            /** @description The ten oldest pending items, except `new` ones. */
            longest: components["schemas"]["WaitingItemView"][];
            /** @description The latest 50, newest first. */
            notes: components["schemas"]["NoteView"][];
            /** Format: date-time */
            since: string;
            /** @description The pending items by kind, as in the queue. */
            waiting: components["schemas"]["QueueCountsView"];
        };
        HealthView: {
            /** @enum {string} */
            status: "ok";
        };
        HeldBackView: {
            /**
             * @description The subject of the decision: their comment, their account, or something that they had reported.
             * @enum {string}
             */
            about: "comment" | "account" | "report";
            /** Format: uuid */
            commentId: string | null;
            /** @description The reason, for the affected user. */
            reason: string;
            /** Format: date-time */
            until: string;
        };
        HeldEvidenceView: {
            /** @description The reason, for the affected user. */
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
            /** @description How long it is held, from now on. */
            days: number;
            /** @description The reason. The authors of the held texts can read it. */
            reason: string;
        };
        IgnoredUserListView: {
            items: components["schemas"]["UserView"][];
            nextCursor: string | null;
        };
        ImportedBeforeView: {
            /** @description The number of imported comments that `POST /users/me/imported` transfers to the account. */
            comments: number;
        };
        JudgedUserView: {
            avatarUrl: string | null;
            /** @description Short texts from the site that created the account, such as "Subscriber". */
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
            /** @description Null for guests and for imported authors. */
            username: string | null;
            /** @description The version for decisions on the account. */
            version: number;
        };
        KindPreferenceView: {
            /** @description Whether it is listed and sent over the socket. */
            bell: boolean;
            /** @enum {string} */
            mail: "off" | "at_once" | "daily" | "weekly";
        };
        LinkedCommentView: {
            /** @description The name of the author. */
            author: string | null;
            /** @description The number of open legal notices. */
            notices: number;
            /** @description The number of open reports. */
            reports: number;
            /** @description The rules that hold it. */
            rules: string[];
            /** @enum {string} */
            status: "published" | "held" | "removed" | "deleted";
            /** @description The text without markup. */
            text: string;
            /** @description The title of the post. */
            title: string;
            /** @description The URL of the comment. */
            url: string;
        };
        LinkedDecisionView: {
            /** @enum {string} */
            action: "approve" | "remove";
            comment: components["schemas"]["LinkedCommentView"];
            /**
             * @description The default reason of a removal.
             * @enum {string}
             */
            reason: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other";
            /** @enum {string} */
            state: "open" | "changed" | "done" | "settled";
            /** @description The token for the comment as shown here. For `done` the token of the decision; null for `settled`. */
            token: string | null;
            /**
             * Format: date-time
             * @description For `done`: until when an undo leaves no statement of reasons.
             */
            undoUntil: string | null;
        };
        LinkIdentityDto: {
            /** @description The current password. Omitted if the account has none. */
            current?: string;
            /** @description The proof from the sign-in window. */
            proof: string;
        };
        LinksView: {
            /** @description Newest first. */
            items: components["schemas"]["LinkView"][];
        };
        LinkView: {
            /** Format: uuid */
            id: string;
            /** @description The name of the linked site. */
            name: string;
            /** @description Whether the site created the account. If so, it cannot be unlinked. */
            origin: boolean;
            /** Format: date-time */
            since: string;
        };
        LoginDto: {
            /**
             * @description The user name or the e-mail address, case-insensitive.
             * @example anna.k
             */
            login: string;
            /** @example correct horse battery staple */
            password: string;
            /**
             * @description For pages of the site: the refresh token is set as an HttpOnly cookie instead of being in the body.
             * @enum {string}
             */
            session?: "cookie";
        };
        MailedView: {
            /**
             * @description Where to continue: in the e-mail.
             * @enum {string}
             */
            next: "e-mail";
        };
        MergePostDto: {
            /** @description The id or slug of the post that receives the comments, URLs and keys. */
            into: string;
            /** @description A note in the log, for moderators. */
            note?: string | null;
        };
        MeView: {
            avatarUrl: string | null;
            /** @description Short texts from the site that created the account, such as "Subscriber". */
            badges: string[];
            bio: string;
            /** Format: date-time */
            createdAt: string;
            displayName: string;
            email: string | null;
            /** @description Whether mail to the address bounced. No more mail is sent until the address is changed or confirmed again. */
            emailUndeliverable: boolean;
            /** @description Whether the address was confirmed by a mailed link. */
            emailVerified: boolean;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "member" | "guest" | "imported" | "erased";
            /**
             * @description The language of the mails to the account.
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
            /** @description Null for guests and for imported authors. */
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
            /** @description The cursor for /comments/{id}/replies; null starts at the first reply. */
            cursor: string | null;
        };
        MoveBranchDto: {
            /** @description The id or slug of the target post. */
            into: string;
            /** @description A note in the log, for moderators. */
            note?: string | null;
        };
        MyFlagListView: {
            /** @description Newest first. */
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
             * @description `open`; `agreed` or `disagreed` by the decision of moderation; `gone` if the subject no longer exists.
             * @enum {string}
             */
            state: "open" | "agreed" | "disagreed" | "gone";
            /** @enum {string} */
            subject: "comment" | "user";
            /** @description The account whose name or bio was reported. */
            username: string | null;
        };
        NoteDto: {
            /** @description A note in the log, for moderators. */
            note?: string | null;
        };
        NoteListView: {
            /** @description Newest first. */
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
            /** @description The action, as in decisions. */
            action: string;
            /** @enum {string|null} */
            reason: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other" | null;
            /** @description The action as a sentence. */
            text: string;
        };
        NoticeReceiptView: {
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /** @description A short reference, for letters and phone calls. */
            reference: string;
            /** @description Opens the receipt. It is shown only once. */
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
            /** @description Oldest first. */
            history: components["schemas"]["NoticeEventView"][];
            /** Format: uuid */
            id: string;
            outcome: components["schemas"]["NoticeOutcomeView"] | null;
            reference: string;
            /**
             * @description `gone` if the comment was deleted before a decision.
             * @enum {string}
             */
            state: "received" | "decided" | "gone";
        };
        NotificationListView: {
            /** @description Newest first. */
            items: components["schemas"]["NotificationView"][];
            nextCursor: string | null;
            /** @description The number of unread notifications; 100 means 100 or more. */
            unread: number;
        };
        NotificationView: {
            /** Format: date-time */
            at: string;
            /** @description The current state of the comment: the reply, the mention, the new comment of the post, or your own comment that led to an update. */
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
            /** @description Its name in URLs. */
            id: string;
            /** @description Its display name. */
            name: string;
        };
        OpenDecisionDto: {
            /** @description The value of `token=` in the link of the mail. */
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
            /** @description Newest first. */
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
            /** @description The hold on its evidence: until when, and why. */
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
            /** @description Whether it was undone. */
            undone: boolean;
            /**
             * Format: date-time
             * @description When a suspension ends.
             */
            until: string | null;
        };
        OwnRemovedView: {
            /** @description The passage of the post that the comment is about. */
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
            /** @description The statement of reasons. In its first minute, the canned text of the site for the reason. */
            explanation: string;
            /** @description Whether moderators have featured it. */
            featured: boolean;
            /** @description Why it is held. Only for its author and moderators. */
            hold?: components["schemas"]["ExplanationView"][];
            /** @description Sanitised HTML. */
            html: string | null;
            /** Format: uuid */
            id: string;
            /** @description Whether the comment or one of its ancestors is locked. A locked comment accepts no replies. */
            locked: boolean;
            moreReplies: components["schemas"]["MoreRepliesView"] | null;
            /** Format: uuid */
            parentId: string | null;
            /** @description Whether it is shown before the other comments of the thread. */
            pinned: boolean;
            /** Format: uuid */
            postId: string;
            /** @description Its quotes, in the current state of their sources. */
            quotes: components["schemas"]["QuoteView"][];
            removal: components["schemas"]["RemovalView"] | null;
            /** @description Direct replies, including tombstones. */
            replyCount: number;
            /** @description The revision of the post when it was written. */
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
            /** @description In the order of the text. At most 1,000 passages or 1 MiB: those with the most comments. */
            items: components["schemas"]["PassageView"][];
            /** @description The number of published comments on passages that the text no longer contains, among the same 10,000. */
            orphaned: number;
        };
        PassageView: {
            /** @description The newest 20 of these comments, newest first. */
            commentIds: string[];
            /** @description The number of published comments on it, among the newest 10,000 on passages. */
            count: number;
            /** @description The current position of the passage. */
            place: components["schemas"]["AnchorPositionView"];
            /** @description The quote of its newest comment. */
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
             * @description For pages of the site: the refresh token is set as an HttpOnly cookie instead of being in the body.
             * @enum {string}
             */
            session?: "cookie";
            /** @description `signature` of its response, in base64url. */
            signature: string;
            /** @description `userHandle` of its response, in base64url. */
            userHandle: string;
        };
        PasskeysView: {
            /** @description Whether this site supports passkeys: `PUBLIC_URL` must have a host name. */
            available: boolean;
            /** @description Newest first. */
            items: components["schemas"]["PasskeyView"][];
        };
        PasskeyView: {
            /** @description Whether the passkey is synced to several devices. */
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
            /** @description Whether the viewer may comment here, as far as is known before the text is screened. */
            comment: boolean;
            moderate: boolean;
            vote: boolean;
        };
        PostCountListView: {
            /** @description One item for each requested name: keys, URLs, then posts, in the order of the request. */
            items: components["schemas"]["PostCountView"][];
        };
        PostCountView: {
            /** @enum {string} */
            by: "key" | "url" | "post";
            /** @description The number of published comments. */
            commentCount: number;
            /** @description The name in the request. */
            name: string;
            /**
             * Format: uuid
             * @description Null if nobody has commented yet.
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
            /** @description The number of published comments. */
            commentCount: number;
            /** Format: date-time */
            createdAt: string;
            /** @description Sanitised HTML. */
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
            /** @description Whether lists show the post. */
            listed: boolean;
            locked: boolean;
            /** @enum {string} */
            mode: "open" | "premoderated" | "closed";
            revision: number;
            /**
             * Format: date-time
             * @description Until when its score is hidden; null if it is shown.
             */
            scoresHiddenUntil: string | null;
            /** @description The seq of the newest event. */
            seq: number;
            /** @description Slow mode: seconds between two comments of one account; 0: off. */
            slowModeSeconds: number;
            slug: string;
            summary: string | null;
            title: string;
            /** Format: date-time */
            updatedAt: string;
            url: string | null;
            /** @description The URLs of its pages on the host site. */
            urls: string[];
            /** @description Whether the page was fetched and confirmed its URL. Until then its comments are held. */
            verified: boolean;
            /**
             * @description Which votes its comments accept.
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
            /** @description Newest first. */
            items: components["schemas"]["PostUpdateView"][];
            nextCursor: string | null;
        };
        PostUpdateView: {
            /** @description Null if the account was erased. */
            author: components["schemas"]["UserView"] | null;
            /** Format: date-time */
            createdAt: string;
            /** @description The comments that led to it and are published now. */
            credits: components["schemas"]["CreditView"][];
            /** @description Sanitised HTML. */
            html: string;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            postId: string;
            /** @description The revision of the post that was created with it. */
            revision: number;
            /** @description Markdown. */
            text: string;
        };
        PostView: {
            /** Format: uuid */
            authorId: string | null;
            /** @description The number of published comments. */
            commentCount: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            key: string | null;
            language: string;
            /** @description Whether lists show the post. */
            listed: boolean;
            locked: boolean;
            /** @enum {string} */
            mode: "open" | "premoderated" | "closed";
            /** @description The seq of the newest event. */
            seq: number;
            slug: string;
            summary: string | null;
            title: string;
            /** Format: date-time */
            updatedAt: string;
            url: string | null;
            /** @description Whether the page was fetched and confirmed its URL. Until then its comments are held. */
            verified: boolean;
        };
        PostViewerView: {
            /** @description The viewer's comments that led to an update of the post. The newest 100. */
            credits: components["schemas"]["OwnCreditView"][];
            /** @description The viewer's held comments; `hold` says why. The newest 100, or 512 KiB of text. */
            held: components["schemas"]["SingleCommentView"][];
            lastSeenSeq: number;
            permissions: components["schemas"]["PermissionsView"];
            /** @description The viewer's comments that moderation removed, with their text. The newest 100, or 512 KiB of text. */
            removed: components["schemas"]["OwnRemovedView"][];
            slowMode: components["schemas"]["SlowModeView"];
            /**
             * @description The notification level of the post; null for guests.
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
            /** @description For staff. */
            held?: components["schemas"]["CasePreferenceView"];
            mention: components["schemas"]["KindPreferenceView"];
            /** @description For staff. */
            notice?: components["schemas"]["CasePreferenceView"];
            reply: components["schemas"]["KindPreferenceView"];
            /** @description For staff. */
            reported?: components["schemas"]["CasePreferenceView"];
        };
        PreviewDto: {
            /** @description Markdown. */
            body: string;
        };
        PreviewView: {
            /** @description Sanitised HTML. */
            html: string;
        };
        ProblemView: {
            /** @description For `second-factor-required`: the challenge for the second step of the sign-in. */
            challenge?: string;
            /** @description An explanation of this occurrence. */
            detail?: string;
            errors?: components["schemas"]["FieldFaultView"][];
            /**
             * Format: uri
             * @description This occurrence: `urn:uuid:` and the id of the request.
             */
            instance?: string;
            /** @description For 429: the name of the limit in docs/limits.md. */
            limit?: string;
            /**
             * Format: uuid
             * @description Also the header `X-Request-Id`.
             */
            requestId?: string;
            status: number;
            /** @description For `terms-not-accepted`: the current terms. */
            terms?: components["schemas"]["SiteTermsView"];
            /** @description The same for all problems of a type. */
            title: string;
            /** @description A URI reference that identifies the problem; docs/problems.md explains each. */
            type: string;
            /**
             * Format: date-time
             * @description When the refusal ends, if it ends by itself.
             */
            until?: string;
        };
        ProfileView: {
            avatarUrl: string | null;
            /** @description Short texts from the site that created the account, such as "Subscriber". */
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
            /** @description Null for guests and for imported authors. */
            username: string | null;
        };
        ProofDto: {
            /** @description The value of `#token=` in the link of the mail. */
            token: string;
        };
        ProvenAccountView: {
            email: string;
            username: string;
        };
        PublicDecisionListView: {
            /** @description Newest first, without those of the last minute. */
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
            /** @description Whether it was undone. */
            undone: boolean;
        };
        PublishUpdateDto: {
            /** @description The new text of the post. Default: unchanged. */
            body?: string | null;
            /** @description The published comments of the post that led to the update. */
            credits?: string[];
            /** @description The text of the update, in Markdown. */
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
             * @description The reported field of an account.
             * @enum {string|null}
             */
            field: "name" | "bio" | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            reason: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other";
            /** @description The reported name or bio. */
            text: string | null;
            /** @description The reported version of the comment. */
            version: number | null;
        };
        QueueItemView: {
            claim: components["schemas"]["ClaimView"] | null;
            comment: components["schemas"]["SingleCommentView"] | null;
            escalation: components["schemas"]["EscalationView"] | null;
            /** @description The number of all open ones. */
            flagCount: number;
            /** @description The last five reported texts that were edited since. */
            flaggedTexts: components["schemas"]["FlaggedTextView"][];
            /** @description The 20 oldest open reports. */
            flags: components["schemas"]["QueueFlagView"][];
            /**
             * Format: uuid
             * @description The id of the comment or of the account.
             */
            id: string;
            /** @description Whether a report or a notice claims that it is illegal. */
            illegal: boolean;
            /**
             * @description The first that applies of `escalated`, `held`, `reported`, `new`. The reasons for the others are shown, too.
             * @enum {string}
             */
            kind: "new" | "reported" | "held" | "escalated";
            /** @description The number of notes of moderators, see `/moderation/comments/{id}/notes`. */
            noteCount: number;
            /** @description The number of all open ones. */
            noticeCount: number;
            /** @description The five oldest open notices. */
            notices: components["schemas"]["QueueNoticeView"][];
            post: components["schemas"]["QueuePostView"] | null;
            /** @description The total weight of its open reports and notices. */
            score: number;
            /**
             * Format: date-time
             * @description When it was reported or held; for a `new` item, when it was written.
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
            /** @description Short texts from the site that created the account, such as "Subscriber". */
            badges: string[];
            bio: string;
            displayName: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "member" | "guest" | "imported" | "erased";
            /** @enum {string} */
            role: "member" | "moderator" | "admin";
            /** @description Null for guests and for imported authors. */
            username: string | null;
        };
        QueueView: {
            /** @description The number of items of each kind, at most 1000. */
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
            /** @description Offset of the first code point after the quote; at most 1,000 after `start`. */
            end: number;
            /** @description Offset in code points of the Markdown in `body`. */
            start: number;
            /** @description The version of the comment when it was quoted. */
            version: number;
        };
        QuoteView: {
            author: components["schemas"]["UserView"] | null;
            /** Format: uuid */
            commentId: string;
            end: number;
            start: number;
            /**
             * @description `edited`: the text of the source has changed. `removed`: the source is no longer visible.
             * @enum {string}
             */
            state: "current" | "edited" | "removed";
            /** @description A piece of Markdown, to be shown as plain text; null if the source is not visible. */
            text: string | null;
            version: number;
        };
        ReadingView: {
            lastSeenSeq: number;
        };
        ReadNotificationsDto: {
            /** @description These notifications. */
            ids?: string[];
            /**
             * Format: uuid
             * @description This notification and all older ones.
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
            /** @description The name of a passkey; null for an app. */
            name: string | null;
        };
        RecoveryCodesView: {
            /** @description Ten codes that replace all former ones. Each works once. They are not shown again. */
            recoveryCodes: string[];
        };
        RefreshDto: {
            /** @description Not sent with a cookie session: omit the whole body then. */
            refreshToken?: string;
            /**
             * @description For pages of the site: the refresh token is set as an HttpOnly cookie instead of being in the body.
             * @enum {string}
             */
            session?: "cookie";
        };
        RegisterDto: {
            /**
             * @description At most 40 characters. Default: the user name.
             * @example Анна К.
             */
            displayName?: string;
            /** @example anna@example.org */
            email: string;
            /**
             * @description At least 8 characters and at most 1,024 bytes of UTF-8. It is compared in Unicode normal form C.
             * @example correct horse battery staple
             */
            password: string;
            /**
             * @description For pages of the site: the refresh token is set as an HttpOnly cookie instead of being in the body.
             * @enum {string}
             */
            session?: "cookie";
            /** @description The version of the terms that the reader accepts, from `GET /auth/ways`. */
            termsVersion?: string;
            /**
             * @description 3 to 30 characters of A-Z, a-z, 0-9, "_", "." and "-". It is unique and case-insensitive.
             * @example anna.k
             */
            username: string;
        };
        RemovalView: {
            /** @enum {string} */
            by: "author" | "moderation";
            /** @description The code of the reason. */
            reason: string | null;
        };
        RemoveTotpDto: {
            /**
             * @description A code of the authenticator app, or a recovery code.
             * @example 492039
             */
            code: string;
            /** @description The current password. Omitted if the account has none. */
            current?: string;
        };
        RenamePasskeyDto: {
            name: string;
        };
        ResendDto: {
            /**
             * @description Default for a signed-in caller: the address of the account.
             * @example anna@example.org
             */
            email?: string;
        };
        ResetPasswordDto: {
            /**
             * @description At least 8 characters and at most 1,024 bytes of UTF-8. It is compared in Unicode normal form C.
             * @example correct horse battery staple
             */
            password: string;
            /** @description Ids from `POST /auth/reset-password/ways` to remove. Others are ignored. */
            remove?: string[];
            /** @description The value of `#token=` in the link of the mail. */
            token: string;
        };
        SelectedCommentDto: {
            /** Format: uuid */
            id: string;
            /** @description The version of the comment that the moderator saw. */
            version: number;
        };
        SendNoticeDto: {
            /** @enum {string} */
            category: "child_abuse" | "terrorism" | "threat" | "hate_speech" | "defamation" | "privacy" | "intellectual_property" | "fraud" | "other";
            /** @description Required, except for `child_abuse`. */
            email?: string | null;
            /** @description Why you consider it illegal, with the law if you know it. */
            explanation: string;
            /** @description True: you confirm in good faith that your statement is accurate and complete. */
            goodFaith: boolean;
            /** @description Required, except for `child_abuse`. */
            name?: string | null;
            /** @description The exact location: the URL or the id of the comment. */
            url: string;
        };
        SessionsView: {
            items: components["schemas"]["SessionView"][];
            nextCursor: string | null;
        };
        SessionView: {
            /** Format: date-time */
            createdAt: string;
            /** @description Whether it is the current session. */
            current: boolean;
            /**
             * @description Browser and operating system, from the `User-Agent` of the sign-in; null if unknown.
             * @example Firefox on Linux
             */
            device: string | null;
            /**
             * Format: date-time
             * @description When it expires, regardless of its use.
             */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description When its tokens were last refreshed. A session in use refreshes them every 30 minutes.
             */
            lastUsedAt: string;
            /** @description Whether it has two factors, from the sign-in or from a later step-up. */
            secondFactor: boolean;
        };
        SetReadingDto: {
            /** @description The seq of the last event that the reader has seen. */
            lastSeenSeq: number;
        };
        SetRoleDto: {
            /** @enum {string} */
            role: "member" | "moderator" | "admin";
        };
        SignedInView: {
            /** @description The access token for "Authorization: Bearer ...". */
            accessToken: string;
            /** @description Seconds until the access token expires. */
            expiresIn: number;
            /** @description Works once, for /auth/refresh, which returns its successor. Using an older one ends the session. Absent in a cookie session. */
            refreshToken?: string;
            user: components["schemas"]["UserView"];
        };
        SingleCommentView: {
            /** @description The passage of the post that the comment is about. */
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
            /** @description Whether moderators have featured it. */
            featured: boolean;
            /** @description Why it is held. Only for its author and moderators. */
            hold?: components["schemas"]["ExplanationView"][];
            /** @description Sanitised HTML. */
            html: string | null;
            /** Format: uuid */
            id: string;
            /** @description Whether the comment or one of its ancestors is locked. A locked comment accepts no replies. */
            locked: boolean;
            moreReplies: components["schemas"]["MoreRepliesView"] | null;
            /** Format: uuid */
            parentId: string | null;
            /** @description Whether it is shown before the other comments of the thread. */
            pinned: boolean;
            /** Format: uuid */
            postId: string;
            /** @description Its quotes, in the current state of their sources. */
            quotes: components["schemas"]["QuoteView"][];
            removal: components["schemas"]["RemovalView"] | null;
            /** @description Direct replies, including tombstones. */
            replyCount: number;
            /** @description The revision of the post when it was written. */
            revision: number | null;
            score: number | null;
            /** @enum {string} */
            status: "published" | "held" | "removed" | "deleted";
            upvotes: number | null;
            version: number;
        };
        SiteTermsView: {
            /** @description The URL of the terms. */
            url: string;
            version: string;
        };
        SlowModeView: {
            /** @description Slow mode: seconds between two comments of one account; 0: off. */
            seconds: number;
            /**
             * Format: date-time
             * @description When the viewer may comment here again; null: now.
             */
            until: string | null;
        };
        SsoChecksView: {
            /** @description The checks that could be run. */
            checks: components["schemas"]["TokenCheckView"][];
            /** @description Whether the token can sign in: every check passed. */
            valid: boolean;
        };
        SsoDto: {
            /**
             * @description For pages of the site: the refresh token is set as an HttpOnly cookie instead of being in the body.
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
             * @description Filter: the author.
             */
            author?: string;
            /** @description A selection. It cannot be combined with a filter. */
            comments?: components["schemas"]["SelectedCommentDto"][];
            /**
             * Format: uuid
             * @description Filter: the comments that an earlier job decided on.
             */
            job?: string;
            /**
             * @description Filter: the kind of the queue item.
             * @enum {string}
             */
            kind?: "new" | "reported" | "held" | "escalated";
            /** @description A note in the log, for moderators. */
            note?: string | null;
            /**
             * Format: uuid
             * @description Filter: the post.
             */
            post?: string;
            /**
             * @description Required for restrictive actions, such as remove, warn and ban.
             * @enum {string|null}
             */
            reason?: "abusive" | "offensive" | "harassment" | "hate" | "spam" | "advertising" | "off_topic" | "misinformation" | "personal_data" | "illegal" | "other" | null;
            /** @description The house rule by its name on the site. It is public. */
            rule?: string | null;
            /**
             * Format: date-time
             * @description Filter: written at or after this time.
             */
            since?: string;
            /** @description For the affected user, appended to the canned text for the reason. */
            text?: string | null;
        };
        SubscribeToPostDto: {
            /**
             * @description `all`: every comment. `replies`: replies to you and mentions; the default. `none`: neither.
             * @enum {string}
             */
            level: "all" | "replies" | "none";
        };
        SubscriptionView: {
            /** @enum {string} */
            level: "all" | "replies" | "none";
        };
        SurgeCountsView: {
            /** @description The comments of the last ten minutes below this comment. */
            comments: number;
            /** @description The number of these new accounts. */
            newAccounts: number;
            /** @description Those by accounts that are at most a week old. */
            newComments: number;
            newVotes: number;
            votes: number;
        };
        TakenOverView: {
            /** @description The number of comments that the account has gained. */
            comments: number;
        };
        TakeOverGuestDto: {
            /** @description The access token of the guest session. */
            token: string;
        };
        ThreadPageView: {
            /** Format: uuid */
            epoch: string;
            /** @description A flat list. A parent precedes its replies. */
            items: components["schemas"]["CommentView"][];
            nextCursor: string | null;
            /** @description The pinned comments, on the first page of a thread; empty on other pages. `items` contains them in their places, too. */
            pinned: components["schemas"]["CommentView"][];
            post: components["schemas"]["PageHeadView"];
            /** @description Subscribe from this seq to miss no event. */
            seq: number;
        };
        TokenCheckView: {
            /** @enum {string} */
            code: "form" | "type" | "key" | "algorithm" | "signature" | "issuer" | "audience" | "expiry" | "start" | "issued" | "subject" | "user";
            /** @description A message for the developers of the site. */
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
            /** @description The `otpauth:` URI, for an app on the same device. */
            address: string;
            /** @description The URI as a QR code, an SVG image. */
            qr: string;
            /** @description The secret in base 32, for manual entry. */
            secret: string;
        };
        UndoView: {
            comment: components["schemas"]["SingleCommentView"] | null;
            decision: components["schemas"]["DecisionView"];
            post: components["schemas"]["PostView"] | null;
            user: components["schemas"]["JudgedUserView"] | null;
        };
        UnreadView: {
            /** @description The number of unread notifications; 100 means 100 or more. */
            unread: number;
        };
        UnsubscribeDto: {
            /** @description The value of `token=` in the link of the mail. */
            token?: string;
        };
        UnsubscribedView: {
            /** @description The kinds that are no longer mailed. */
            kinds: ("reply" | "mention" | "followed" | "decision" | "correction" | "held" | "reported" | "notice")[];
            /**
             * Format: uuid
             * @description The unsubscribed post, if the link was for one.
             */
            postId: string | null;
        };
        UserDecisionView: {
            decision: components["schemas"]["DecisionView"];
            /** @description The job that removes the comments of a banned account, if requested. */
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
            /** @description Short texts from the site that created the account, such as "Subscriber". */
            badges: string[];
            displayName: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "member" | "guest" | "imported" | "erased";
            /** @enum {string} */
            role: "member" | "moderator" | "admin";
            /** @description Null for guests and for imported authors. */
            username: string | null;
        };
        VerifySsoDto: {
            /** @description A JWT that the host site has signed. */
            token: string;
        };
        VerifyTotpDto: {
            /** @description The challenge of the problem `second-factor-required`, which answered the first step. */
            challenge: string;
            /**
             * @description A code of the authenticator app, or a recovery code.
             * @example 492039
             */
            code: string;
            /**
             * @description For pages of the site: the refresh token is set as an HttpOnly cookie instead of being in the body.
             * @enum {string}
             */
            session?: "cookie";
        };
        VoteDto: {
            /** @description 1: upvote; -1: downvote; 0: no vote. */
            value: number;
        };
        VoteView: {
            downvotes: number | null;
            /**
             * Format: uuid
             * @description The id of the comment.
             */
            id: string;
            /** @description Null while the score is hidden. */
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
             * @description Whether guests may write, and whether their comments are held for a moderator.
             * @enum {string}
             */
            guests: "off" | "held" | "open";
            /** @description The terms that writers must accept; null if the site has none. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The origin of the page that opens the window: one of `SITE_ORIGINS`, or that of the service. */
                origin: string;
                /** @description For linking: the window returns a proof for `POST /auth/oidc/link`, and signs nobody in. */
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
            /** @description Redirects to the provider. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `providers` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
            /** @description The e-mail address must be confirmed first. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The value of `token=` in the link of the mail. */
                token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Redirects to the page. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The value of `token=` in the link of the mail. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
                "Idempotency-Key"?: string;
                /** @description The version to edit, such as "3". */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The `nextCursor` of the previous page. */
                cursor?: string;
                /** @description Levels of replies below. Default: 3. */
                depth?: number;
                /** @description Direct replies. Default: 20. */
                limit?: number;
                /** @description Replies shown for each comment. Default: 3. */
                replies?: number;
            };
            header?: {
                /** @description The `ETag` of the response that the client has. */
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
            /** @description The response that the client has is still current. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The `nextCursor` of the previous page. */
                cursor?: string;
                /** @description Default: 20. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The `nextCursor` of the previous page. */
                cursor?: string;
                /** @description Default: 20. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The `nextCursor` of the previous page. */
                cursor?: string;
                /** @description Default: 20. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The `nextCursor` of the previous page. */
                cursor?: string;
                /** @description Default: 20. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The `nextCursor` of the previous page. */
                cursor?: string;
                /** @description Default: 20. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The `nextCursor` of the previous page. */
                cursor?: string;
                /** @description Default: 20. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The `nextCursor` of the previous page. */
                cursor?: string;
                /** @description Default: 20. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description `log`, the default: the entries of the log. `transparency`: restrictions only, in the field names of the EU’s transparency database, without texts and names. */
                form?: "log" | "transparency";
                /** @description Decisions at or after this time. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The `nextCursor` of the previous page. */
                cursor?: string;
                /** @description Default: 20. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
            /** @description The request does not fit the current state of the post. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The `nextCursor` of the previous page. */
                cursor?: string;
                /** @description Default: all kinds except `new`. */
                kind?: "new" | "reported" | "held" | "escalated";
                /** @description Default: 20. */
                limit?: number;
                /** @description Filter: the post. Only with the sort `age`, and without the kind `new`. */
                post?: string;
                /** @description `age`, the default: oldest first. `score`: highest report weight first. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The secret of the receipt. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The `nextCursor` of the previous page. */
                cursor?: string;
                /** @description Default: 20. */
                limit?: number;
                /** @description Default: `listed`. Moderators can list the others, too. `alike`: another post has the same URL except for `http`, `www.` or the Unicode form of its letters. */
                list?: "listed" | "unlisted" | "unverified" | "alike";
            };
            header?: {
                /** @description The `ETag` of the response that the client has. */
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
            /** @description The response that the client has is still current. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The `ETag` of the response that the client has. */
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
            /** @description The response that the client has is still current. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The post was merged into another one. `Location` is the URL of the same resource there. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
            /** @description The request does not fit the current state of the post. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
            /** @description The request does not fit the current state of the post. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The `ETag` of the response that the client has. */
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
            /** @description The response that the client has is still current. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The post was merged into another one. `Location` is the URL of the same resource there. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The `nextCursor` of the previous page. */
                cursor?: string;
                /** @description Levels of replies below. Default: 3. */
                depth?: number;
                /** @description Top-level comments. Default: 20. */
                limit?: number;
                /** @description Replies shown for each comment. Default: 3. */
                replies?: number;
                /** @description Order of the top level. Default: newest. */
                sort?: "best" | "newest" | "oldest" | "controversial";
            };
            header?: {
                /** @description The `ETag` of the response that the client has. */
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
            /** @description The response that the client has is still current. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The post was merged into another one. `Location` is the URL of the same resource there. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
            /** @description The comment is held for a moderator; `hold` says why. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SingleCommentView"];
                };
            };
            /** @description The post was merged into another one. `Location` is the URL of the same resource there. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The id of the comment in the system that it was imported from. */
                id: string;
                /** @description The system that it was imported from, or the source that the import has named. Default: any. */
                source?: string;
            };
            header?: {
                /** @description The `ETag` of the response that the client has. */
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
            /** @description The response that the client has is still current. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The post was merged into another one. `Location` is the URL of the same resource there. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The last seq that was received. Default: 0. */
                after?: number;
                /** @description The epoch that was received with that seq. */
                epoch?: string;
                /** @description Default: 100. */
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
            /** @description The post was merged into another one. `Location` is the URL of the same resource there. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
            /** @description The request does not fit the current state of the post. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The `nextCursor` of the previous page. */
                cursor?: string;
                /** @description Default: 20. */
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of the response that the client has. */
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
            /** @description The response that the client has is still current. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The post was merged into another one. `Location` is the URL of the same resource there. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
            /** @description The post was merged into another one. `Location` is the URL of the same resource there. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The `nextCursor` of the previous page. */
                cursor?: string;
                /** @description Top-level comments. Default: 20. */
                limit?: number;
                /** @description Order of the top level. Default: best. */
                sort?: "best" | "newest" | "oldest" | "controversial";
            };
            header?: {
                /** @description The `ETag` of the response that the client has. */
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
            /** @description The response that the client has is still current. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The post was merged into another one. `Location` is the URL of the same resource there. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The `nextCursor` of the previous page. */
                cursor?: string;
                /** @description Default: 20. */
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of the response that the client has. */
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
            /** @description The response that the client has is still current. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The post was merged into another one. `Location` is the URL of the same resource there. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
            /** @description The request does not fit the current state of the post. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
            /** @description The request does not fit the current state of the post. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
            /** @description The post was merged into another one. `Location` is the URL of the same resource there. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
            /** @description The post was merged into another one. `Location` is the URL of the same resource there. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The `ETag` of the response that the client has. */
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
            /** @description The response that the client has is still current. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
            /** @description It existed already. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The host site’s own name for a page. May be given several times. */
                key?: string[];
                /** @description The id or slug of a post. May be given several times. */
                post?: string[];
                /** @description The URL of a page. May be given several times. */
                url?: string[];
            };
            header?: {
                /** @description The `ETag` of the response that the client has. */
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
            /** @description The response that the client has is still current. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many: the limit `reads` of docs/limits.md, or another that `limit` names. */
            429: {
                headers: {
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The `nextCursor` of the previous page. */
                cursor?: string;
                /** @description Default: 20. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The `nextCursor` of the previous page. */
                cursor?: string;
                /** @description Default: 20. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The `nextCursor` of the previous page. */
                cursor?: string;
                /** @description Default: 20. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The `nextCursor` of the previous page. */
                cursor?: string;
                /** @description Default: 20. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description The `nextCursor` of the previous page. */
                cursor?: string;
                /** @description Default: 20. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
                /** @description Within 24 hours a repeated request with the same key is not processed again; it gets the first response. */
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
                    /** @description The size of the budget. */
                    "RateLimit-Limit"?: number;
                    /** @description The remaining requests of the budget. */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until the whole budget is available again. */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before a retry. */
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
