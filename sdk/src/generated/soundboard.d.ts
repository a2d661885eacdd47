// Generated from openapi/soundboard.yaml by npm run generate. Change the document instead.

export interface paths {
    "/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Begin to sign in for a token
         * @description Leads the browser to Discord, which asks the person for consent and leads on to `/token/authorize`. The way back has to be gone in the same browser within ten minutes; of several that one browser began, the last counts.
         */
        get: operations["startTokenSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/token/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a token
         * @description Where Discord leads the browser back to. Exchanges Discord's code for a new token; earlier ones keep working. What Discord gave the server to ask with is dropped at once.
         */
        get: operations["finishTokenSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Begin to sign in for cookies
         * @description Leads the browser to Discord, which asks the person for consent and leads on to `/login/authorize`. The way back has to be gone in the same browser within ten minutes; of several that one browser began, the last counts.
         */
        get: operations["startWebSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/login/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the cookies
         * @description Where Discord leads the browser back to. Sets the cookies `token` and `userid` and leads on to the start page. Tokens given out before keep working. What Discord gave the server to ask with is dropped at once.
         */
        get: operations["finishWebSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/localsounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sounds
         * @description The sounds that the folder holds now, those of its folders and links not among them. `n` is the length of the page, not of the whole list.
         */
        get: operations["listSounds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/localsounds/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The name of the sound, case included: of up to 255 bytes of UTF-8 in Unicode's composed form (NFC), with one of the extensions `mp3`, `wav`, `ogg`, `aac`, `flac` and `opus`. It does not begin with a dot or a space; it has no slash, none of `\ : * ? " < > |`, no control or format character, and none of these in a compatible form; and it is no device of Windows, such as `con.mp3`.
                 * @example danke.wav
                 */
                name: string;
            };
            cookie?: never;
        };
        /**
         * Fetch a sound
         * @description The bytes of the file, with the media type of its extension. One range of bytes may be asked for; of several, and of a range that is not understood, the answer is the whole file.
         */
        get: operations["getSound"];
        /**
         * Upload a sound
         * @description Makes the sound, or replaces it. The name says which kind of file it is to be, and the bytes have to be one, whatever `Content-Type` says. Who fetches the sound meanwhile gets the old file or the new one, never a part of either.
         */
        put: operations["uploadSound"];
        post?: never;
        /**
         * Delete a sound
         * @description Removes the file. What was played stays in the logs and the statistics.
         */
        delete: operations["deleteSound"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/logs/{GUILDID}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the Discord guild.
                 * @example 526196711962705925
                 */
                GUILDID: components["parameters"]["guild"];
            };
            cookie?: never;
        };
        /**
         * List what was played
         * @description The log of a guild of the caller, newest first. `n` is the length of the page, not of the whole log. A person's tag stands as it was when they played.
         */
        get: operations["listPlays"];
        put?: never;
        /**
         * Record a play
         * @description Writes into the log of a guild of the caller that the caller has just played something; that of a local sound also counts in the statistics. Send it once the sound plays: the server plays nothing by itself.
         */
        post: operations["recordPlay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stats/{GUILDID}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the Discord guild.
                 * @example 526196711962705925
                 */
                GUILDID: components["parameters"]["guild"];
            };
            cookie?: never;
        };
        /**
         * List how often sounds were played
         * @description The local sounds that were played in a guild of the caller, the most played first; of equal ones, the one that was played first. There is no `from`. `n` is the length of the page.
         */
        get: operations["listPlayCounts"];
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
        /**
         * Format: int64
         * @description The greatest length of a page.
         */
        Limit: number;
        /** @description A token and whose it is. */
        IssuedToken: {
            /** @description The token. It is shown this once. */
            token: string;
            /** @description The person's Discord id, to be sent along with the token. */
            user_id: string;
            /**
             * Format: date-time
             * @description When the token ends if it is not used until then, in UTC.
             */
            expires: string;
        };
        /** @description A file in the folder. */
        Sound: {
            /** @description The name, with its extension. */
            name: string;
            /**
             * Format: date-time
             * @description When the file was changed last, in UTC.
             */
            last_modified: string;
        };
        /** @description A part of the list of sounds. */
        SoundPage: {
            /** @description How many entries the page has. */
            n: number;
            /** @description The entries. */
            results: components["schemas"]["Sound"][];
        };
        /** @description The bytes of a sound, as they are. */
        SoundBytes: unknown;
        /**
         * @description Where a sound comes from.
         * @enum {string}
         */
        PlaySource: "local" | "youtube" | "http";
        /** @description What was played. */
        NewPlay: {
            source: components["schemas"]["PlaySource"];
            /** @description The name of a local sound, which has to exist; the id or the address of a video; or an address. */
            sound: string;
        };
        /** @description An entry of a log. */
        Play: {
            /**
             * Format: date-time
             * @description When it was played, in UTC, in whole seconds.
             */
            time: string;
            /** @description The Discord id of who played it; `0` for a person whose account is deleted. */
            user_id: string;
            /** @description The name of who played it, as it was then: `name#1234` for who had a number behind the name, else the name. Empty for a person whose account is deleted. */
            user_tag: string;
            /** @description The id of the guild. */
            guild_id: string;
            source: components["schemas"]["PlaySource"];
            /** @description What was played. */
            sound: string;
        };
        /** @description A part of a log. */
        PlayPage: {
            /** @description How many entries the page has. */
            n: number;
            /** @description The entries, newest first. */
            results: components["schemas"]["Play"][];
        };
        /** @description How often a sound was played in a guild. */
        PlayCount: {
            /** @description The name of the sound. */
            sound: string;
            /**
             * Format: int32
             * @description How often it was played.
             */
            count: number;
        };
        /** @description The most played sounds of a guild. */
        PlayCountPage: {
            /** @description How many entries the page has. */
            n: number;
            /** @description The entries, the most played first. */
            results: components["schemas"]["PlayCount"][];
        };
        /** @description What went wrong. */
        Error: {
            /** @description What went wrong. */
            error: {
                /** @description The status of the answer, repeated. */
                code: number;
                /** @description What went wrong, in words. */
                message: string;
            };
        };
        /** @description One rule that the request broke, and where. */
        BrokenRule: {
            /**
             * Format: json-pointer
             * @description JSON Pointer to the value at fault: `/body` and on into the body, or `/query/<name>`, `/header/<name>` and `/cookie/<name>` for a parameter.
             */
            pointer: string;
            /** @description The rule in words. */
            detail: string;
        };
        /** @description An error as RFC 9457 has it. Every API sends it instead of its own shape to a client whose `Accept` names `application/problem+json`. */
        Problem: {
            /**
             * Format: uri-reference
             * @description The kind of problem. `about:blank` says that the status alone names it.
             */
            type: string;
            /** @description The status in words. */
            title: string;
            /**
             * Format: int32
             * @description The status of the answer, repeated for readers who see only the body.
             */
            status: number;
            /** @description What went wrong this time, in a sentence that may be shown to a person. */
            detail: string;
            /**
             * Format: uri-reference
             * @description The path that was asked for.
             */
            instance?: string;
            /** @description The rules that the request broke, as far as it was looked at. Only of bad input. */
            errors?: components["schemas"]["BrokenRule"][];
        };
    };
    responses: {
        /** @description The Basic credentials are not Base64. */
        BadCredentials: {
            headers: {
                "X-Ratelimit-Limit"?: components["headers"]["LimitIfCounted"];
                "X-Ratelimit-Remaining"?: components["headers"]["RemainingIfCounted"];
                "X-Ratelimit-Reset"?: components["headers"]["ResetIfCounted"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A parameter is no number, or out of its range; or the Basic credentials are not Base64. */
        BadPage: {
            headers: {
                "X-Ratelimit-Limit"?: components["headers"]["LimitIfCounted"];
                "X-Ratelimit-Remaining"?: components["headers"]["RemainingIfCounted"];
                "X-Ratelimit-Reset"?: components["headers"]["ResetIfCounted"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A parameter is no number, or out of its range; or the Basic credentials are not Base64. */
        BadLimit: {
            headers: {
                "X-Ratelimit-Limit"?: components["headers"]["LimitIfCounted"];
                "X-Ratelimit-Remaining"?: components["headers"]["RemainingIfCounted"];
                "X-Ratelimit-Reset"?: components["headers"]["ResetIfCounted"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No sound can have this name; or the Basic credentials are not Base64. */
        BadSoundName: {
            headers: {
                "X-Ratelimit-Limit"?: components["headers"]["LimitIfCounted"];
                "X-Ratelimit-Remaining"?: components["headers"]["RemainingIfCounted"];
                "X-Ratelimit-Reset"?: components["headers"]["ResetIfCounted"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not JSON, or breaks a rule; or the Basic credentials are not Base64. */
        BadPlay: {
            headers: {
                "X-Ratelimit-Limit"?: components["headers"]["LimitIfCounted"];
                "X-Ratelimit-Remaining"?: components["headers"]["RemainingIfCounted"];
                "X-Ratelimit-Reset"?: components["headers"]["ResetIfCounted"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Neither the header nor the cookies hold a user id and a token of that user that works. */
        Unauthorized: {
            headers: {
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The code is missing or refused by Discord, or the sign-in was not begun in this browser. */
        SignInRefused: {
            headers: {
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The person is in no guild that this server serves. */
        SharesNoGuild: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The caller is not in the guild, or there is no such guild. */
        NotAMember: {
            headers: {
                "X-Ratelimit-Limit": components["headers"]["Limit"];
                "X-Ratelimit-Remaining": components["headers"]["Remaining"];
                "X-Ratelimit-Reset": components["headers"]["Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such sound. */
        SoundNotFound: {
            headers: {
                "X-Ratelimit-Limit": components["headers"]["Limit"];
                "X-Ratelimit-Remaining": components["headers"]["Remaining"];
                "X-Ratelimit-Reset": components["headers"]["Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something that is no sound has the name, such as a folder or a link. */
        NameTaken: {
            headers: {
                "X-Ratelimit-Limit": components["headers"]["Limit"];
                "X-Ratelimit-Remaining": components["headers"]["Remaining"];
                "X-Ratelimit-Reset": components["headers"]["Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than 64 KiB. */
        PlayTooLarge: {
            headers: {
                "X-Ratelimit-Limit": components["headers"]["Limit"];
                "X-Ratelimit-Remaining": components["headers"]["Remaining"];
                "X-Ratelimit-Reset": components["headers"]["Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than 10 MiB. */
        SoundTooLarge: {
            headers: {
                "X-Ratelimit-Limit": components["headers"]["Limit"];
                "X-Ratelimit-Remaining": components["headers"]["Remaining"];
                "X-Ratelimit-Reset": components["headers"]["Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not JSON, in another charset than UTF-8, or compressed. */
        UnsupportedMediaType: {
            headers: {
                "X-Ratelimit-Limit": components["headers"]["Limit"];
                "X-Ratelimit-Remaining": components["headers"]["Remaining"];
                "X-Ratelimit-Reset": components["headers"]["Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The bytes are no sound of the kind that the name says, or compressed on the way. */
        NotASound: {
            headers: {
                "X-Ratelimit-Limit": components["headers"]["Limit"];
                "X-Ratelimit-Remaining": components["headers"]["Remaining"];
                "X-Ratelimit-Reset": components["headers"]["Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The range begins behind the end of the file. */
        RangeNotSatisfiable: {
            headers: {
                "X-Ratelimit-Limit": components["headers"]["Limit"];
                "X-Ratelimit-Remaining": components["headers"]["Remaining"];
                "X-Ratelimit-Reset": components["headers"]["Reset"];
                "Content-Range": components["headers"]["ContentRange"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The bucket is empty. Nothing was done; try again after `X-Ratelimit-Reset` milliseconds. */
        TooManyRequests: {
            headers: {
                "X-Ratelimit-Limit": components["headers"]["Limit"];
                "X-Ratelimit-Remaining": components["headers"]["Remaining"];
                "X-Ratelimit-Reset": components["headers"]["Reset"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A fault of the server. Whether anything was done is not known. */
        InternalServerError: {
            headers: {
                "X-Ratelimit-Limit"?: components["headers"]["LimitIfCounted"];
                "X-Ratelimit-Remaining"?: components["headers"]["RemainingIfCounted"];
                "X-Ratelimit-Reset"?: components["headers"]["ResetIfCounted"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A fault of the server. */
        SignInFault: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Discord does not answer in time, or not as it should. */
        DiscordUnreachable: {
            headers: {
                "X-Ratelimit-Limit": components["headers"]["Limit"];
                "X-Ratelimit-Remaining": components["headers"]["Remaining"];
                "X-Ratelimit-Reset": components["headers"]["Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Discord does not answer in time, or not as it should. */
        SignInUnreachable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Discord limits how often it may be asked. */
        DiscordBusy: {
            headers: {
                "X-Ratelimit-Limit": components["headers"]["Limit"];
                "X-Ratelimit-Remaining": components["headers"]["Remaining"];
                "X-Ratelimit-Reset": components["headers"]["Reset"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The operator has not set up the sign-in; the text says what is missing. */
        NotSetUp: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Discord limits how often it may be asked, or the operator has not set up the sign-in. */
        SignInBusy: {
            headers: {
                "Retry-After"?: components["headers"]["RetryAfterIfBusy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description Discord's code. Without one, as after a refusal by the person, nobody is signed in.
         * @example NhhvTDYsFcdgNLnnLijcl7Ku7bEEeee
         */
        code: string;
        /**
         * @description What the sign-in was begun with. It has to be what the cookie says.
         * @example 6pYdVQ3nKf0zRwLm8sTj2b
         */
        state: string;
        /**
         * @description What the sign-in was begun with, as this browser remembers it.
         * @example 6pYdVQ3nKf0zRwLm8sTj2b
         */
        stateCookie: string;
        /**
         * @description The id of the Discord guild.
         * @example 526196711962705925
         */
        guild: string;
        /**
         * @description How many entries to skip.
         * @example 50
         */
        from: number;
        /**
         * @description How many entries the page may have; 1000, where nothing is said, and never more than 10000.
         * @example 50
         */
        limit: components["schemas"]["Limit"];
    };
    requestBodies: never;
    headers: {
        /**
         * @description How many tokens the bucket holds.
         * @example 5
         */
        Limit: number;
        /**
         * @description How many tokens are left; all of them where the limits are lifted.
         * @example 4
         */
        Remaining: number;
        /**
         * @description Milliseconds until another request is let through, 0 while tokens remain.
         * @example 0
         */
        Reset: number;
        /**
         * @description How many tokens the bucket holds. Absent if the request ended before it was counted.
         * @example 5
         */
        LimitIfCounted: number;
        /**
         * @description How many tokens are left. Absent if the request ended before it was counted.
         * @example 4
         */
        RemainingIfCounted: number;
        /**
         * @description Milliseconds until another request is let through, 0 while tokens remain. Absent if the request ended before it was counted.
         * @example 0
         */
        ResetIfCounted: number;
        /**
         * @description Whole seconds after which Discord may be asked again. Absent if settings are missing.
         * @example 2
         */
        RetryAfterIfBusy: number;
        /**
         * @description Discord's page of consent.
         * @example https://discord.com/api/oauth2/authorize?client_id=529947&redirect_uri=https%3A%2F%2Fguild.example.org%2Ftoken%2Fauthorize&response_type=code&scope=identify+guilds&state=6pYdVQ3nKf0zRwLm8sTj2b
         */
        DiscordLocation: string;
        /**
         * @description The cookie that binds a sign-in to this browser, for ten minutes and for the way back only, or its end. `HttpOnly`, `SameSite=Lax` and, behind https, `Secure`.
         * @example [
         *       "soundboard_state=6pYdVQ3nKf0zRwLm8sTj2b; Max-Age=600; Path=/token/authorize; HttpOnly; SameSite=Lax"
         *     ]
         */
        StateCookie: string[];
        /**
         * @description Parts of the file can be asked for, in bytes.
         * @example bytes
         */
        AcceptRanges: "bytes";
        /**
         * @description How many bytes are sent.
         * @example 1024
         */
        ContentLength: number;
        /**
         * @description Which bytes of how many are sent, or, with `*`, how many there would be.
         * @example bytes 0-1023/48211
         */
        ContentRange: string;
        /**
         * @description Changes whenever the file does.
         * @example "1hd4mvq1x-2s4"
         */
        ETag: string;
        /**
         * @description When the file was changed last.
         * @example Tue, 23 Oct 2018 14:12:56 GMT
         */
        LastModified: string;
        /**
         * @description The challenge (RFC 9110, section 11.6.1), naming the scheme that would be accepted.
         * @example Bearer realm="guildhall"
         */
        WwwAuthenticate: string;
        /**
         * @description Whole seconds after which the same request would be let through.
         * @example 6
         */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    startTokenSignIn: {
        parameters: {
            client: { address: string; isSecure: boolean };
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description On to Discord. There is no content. */
            307: {
                headers: {
                    Location: components["headers"]["DiscordLocation"];
                    "Set-Cookie": components["headers"]["StateCookie"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            500: components["responses"]["SignInFault"];
            503: components["responses"]["NotSetUp"];
        };
    };
    finishTokenSignIn: {
        parameters: {
            client: { address: string; isSecure: boolean };
            query?: {
                /**
                 * @description Discord's code. Without one, as after a refusal by the person, nobody is signed in.
                 * @example NhhvTDYsFcdgNLnnLijcl7Ku7bEEeee
                 */
                code?: components["parameters"]["code"];
                /**
                 * @description What the sign-in was begun with. It has to be what the cookie says.
                 * @example 6pYdVQ3nKf0zRwLm8sTj2b
                 */
                state?: components["parameters"]["state"];
            };
            header?: never;
            path?: never;
            cookie?: {
                /**
                 * @description What the sign-in was begun with, as this browser remembers it.
                 * @example 6pYdVQ3nKf0zRwLm8sTj2b
                 */
                soundboard_state?: components["parameters"]["stateCookie"];
            };
        };
        requestBody?: never;
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    "Set-Cookie": components["headers"]["StateCookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedToken"];
                };
            };
            401: components["responses"]["SignInRefused"];
            403: components["responses"]["SharesNoGuild"];
            500: components["responses"]["SignInFault"];
            502: components["responses"]["SignInUnreachable"];
            503: components["responses"]["SignInBusy"];
        };
    };
    startWebSignIn: {
        parameters: {
            client: { address: string; isSecure: boolean };
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description On to Discord. There is no content. */
            307: {
                headers: {
                    Location: components["headers"]["DiscordLocation"];
                    "Set-Cookie": components["headers"]["StateCookie"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            500: components["responses"]["SignInFault"];
            503: components["responses"]["NotSetUp"];
        };
    };
    finishWebSignIn: {
        parameters: {
            client: { address: string; isSecure: boolean };
            query?: {
                /**
                 * @description Discord's code. Without one, as after a refusal by the person, nobody is signed in.
                 * @example NhhvTDYsFcdgNLnnLijcl7Ku7bEEeee
                 */
                code?: components["parameters"]["code"];
                /**
                 * @description What the sign-in was begun with. It has to be what the cookie says.
                 * @example 6pYdVQ3nKf0zRwLm8sTj2b
                 */
                state?: components["parameters"]["state"];
            };
            header?: never;
            path?: never;
            cookie?: {
                /**
                 * @description What the sign-in was begun with, as this browser remembers it.
                 * @example 6pYdVQ3nKf0zRwLm8sTj2b
                 */
                soundboard_state?: components["parameters"]["stateCookie"];
            };
        };
        requestBody?: never;
        responses: {
            /** @description Signed in, and on to the start page. There is no content. */
            307: {
                headers: {
                    /**
                     * @description The start page.
                     * @example /
                     */
                    Location: string;
                    /**
                     * @description Two cookies that sign in until the token ends, `Path=/`, `HttpOnly`, `SameSite=Lax` and, behind https, `Secure`; and the end of the one that bound the sign-in to this browser.
                     * @example [
                     *       "token=UGVOEHNgu6P7iteHPTWrL08FvthQEmokZKdbY2jkQ6sxw7Y720vxvGOdJxxXRxDQ; Max-Age=34560000; Path=/; HttpOnly; SameSite=Lax",
                     *       "userid=221905671296253953; Max-Age=34560000; Path=/; HttpOnly; SameSite=Lax",
                     *       "soundboard_state=; Max-Age=0; Path=/login/authorize; HttpOnly; SameSite=Lax"
                     *     ]
                     */
                    "Set-Cookie": string[];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["SignInRefused"];
            403: components["responses"]["SharesNoGuild"];
            500: components["responses"]["SignInFault"];
            502: components["responses"]["SignInUnreachable"];
            503: components["responses"]["SignInBusy"];
        };
    };
    listSounds: {
        parameters: {
            query?: {
                /** @description `NAME` for names in ascending order, upper case first; `DATE` for what was changed last first. The case of the word does not matter, and any other word means `NAME`. */
                sort?: string;
                /**
                 * @description How many entries to skip.
                 * @example 50
                 */
                from?: components["parameters"]["from"];
                /**
                 * @description How many entries the page may have; all that are left, where nothing is said.
                 * @example 50
                 */
                limit?: components["schemas"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list. */
            200: {
                headers: {
                    "X-Ratelimit-Limit": components["headers"]["Limit"];
                    "X-Ratelimit-Remaining": components["headers"]["Remaining"];
                    "X-Ratelimit-Reset": components["headers"]["Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SoundPage"];
                };
            };
            400: components["responses"]["BadPage"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getSound: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The part of the file to send (RFC 9110, section 14).
                 * @example bytes=0-1023
                 */
                Range?: string;
                /**
                 * @description The `ETag` of the file that the range is meant of. The whole file is sent if it is another now.
                 * @example "1hd4mvq1x-2s4"
                 */
                "If-Range"?: string;
                /**
                 * @description The `ETag` of what the client has. If the file is still that, it is not sent again.
                 * @example "1hd4mvq1x-2s4"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The name of the sound, case included: of up to 255 bytes of UTF-8 in Unicode's composed form (NFC), with one of the extensions `mp3`, `wav`, `ogg`, `aac`, `flac` and `opus`. It does not begin with a dot or a space; it has no slash, none of `\ : * ? " < > |`, no control or format character, and none of these in a compatible form; and it is no device of Windows, such as `con.mp3`.
                 * @example danke.wav
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole file. */
            200: {
                headers: {
                    "X-Ratelimit-Limit": components["headers"]["Limit"];
                    "X-Ratelimit-Remaining": components["headers"]["Remaining"];
                    "X-Ratelimit-Reset": components["headers"]["Reset"];
                    "Accept-Ranges": components["headers"]["AcceptRanges"];
                    "Content-Length": components["headers"]["ContentLength"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    [name: string]: unknown;
                };
                content: {
                    "audio/mpeg": components["schemas"]["SoundBytes"];
                    "audio/wav": components["schemas"]["SoundBytes"];
                    "audio/ogg": components["schemas"]["SoundBytes"];
                    "audio/aac": components["schemas"]["SoundBytes"];
                    "audio/flac": components["schemas"]["SoundBytes"];
                };
            };
            /** @description A part of the file. */
            206: {
                headers: {
                    "X-Ratelimit-Limit": components["headers"]["Limit"];
                    "X-Ratelimit-Remaining": components["headers"]["Remaining"];
                    "X-Ratelimit-Reset": components["headers"]["Reset"];
                    "Accept-Ranges": components["headers"]["AcceptRanges"];
                    "Content-Length": components["headers"]["ContentLength"];
                    "Content-Range": components["headers"]["ContentRange"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    [name: string]: unknown;
                };
                content: {
                    "audio/mpeg": components["schemas"]["SoundBytes"];
                    "audio/wav": components["schemas"]["SoundBytes"];
                    "audio/ogg": components["schemas"]["SoundBytes"];
                    "audio/aac": components["schemas"]["SoundBytes"];
                    "audio/flac": components["schemas"]["SoundBytes"];
                };
            };
            /** @description The client has the file as it is. There is no content. */
            304: {
                headers: {
                    "X-Ratelimit-Limit": components["headers"]["Limit"];
                    "X-Ratelimit-Remaining": components["headers"]["Remaining"];
                    "X-Ratelimit-Reset": components["headers"]["Reset"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadCredentials"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["SoundNotFound"];
            416: components["responses"]["RangeNotSatisfiable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    uploadSound: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The name of the sound, case included: of up to 255 bytes of UTF-8 in Unicode's composed form (NFC), with one of the extensions `mp3`, `wav`, `ogg`, `aac`, `flac` and `opus`. It does not begin with a dot or a space; it has no slash, none of `\ : * ? " < > |`, no control or format character, and none of these in a compatible form; and it is no device of Windows, such as `con.mp3`.
                 * @example danke.wav
                 */
                name: string;
            };
            cookie?: never;
        };
        /** @description The bytes of the file. */
        requestBody: {
            content: {
                "*/*": components["schemas"]["SoundBytes"];
            };
        };
        responses: {
            /** @description The sound is replaced. */
            200: {
                headers: {
                    "X-Ratelimit-Limit": components["headers"]["Limit"];
                    "X-Ratelimit-Remaining": components["headers"]["Remaining"];
                    "X-Ratelimit-Reset": components["headers"]["Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sound"];
                };
            };
            /** @description The sound is new. */
            201: {
                headers: {
                    "X-Ratelimit-Limit": components["headers"]["Limit"];
                    "X-Ratelimit-Remaining": components["headers"]["Remaining"];
                    "X-Ratelimit-Reset": components["headers"]["Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sound"];
                };
            };
            400: components["responses"]["BadSoundName"];
            401: components["responses"]["Unauthorized"];
            409: components["responses"]["NameTaken"];
            413: components["responses"]["SoundTooLarge"];
            415: components["responses"]["NotASound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    deleteSound: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The name of the sound, case included: of up to 255 bytes of UTF-8 in Unicode's composed form (NFC), with one of the extensions `mp3`, `wav`, `ogg`, `aac`, `flac` and `opus`. It does not begin with a dot or a space; it has no slash, none of `\ : * ? " < > |`, no control or format character, and none of these in a compatible form; and it is no device of Windows, such as `con.mp3`.
                 * @example danke.wav
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sound is deleted. There is no content. */
            204: {
                headers: {
                    "X-Ratelimit-Limit": components["headers"]["Limit"];
                    "X-Ratelimit-Remaining": components["headers"]["Remaining"];
                    "X-Ratelimit-Reset": components["headers"]["Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadCredentials"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["SoundNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listPlays: {
        parameters: {
            query?: {
                /**
                 * @description How many entries to skip.
                 * @example 50
                 */
                from?: components["parameters"]["from"];
                /**
                 * @description How many entries the page may have; 1000, where nothing is said, and never more than 10000.
                 * @example 50
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                /**
                 * @description The id of the Discord guild.
                 * @example 526196711962705925
                 */
                GUILDID: components["parameters"]["guild"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the log. */
            200: {
                headers: {
                    "X-Ratelimit-Limit": components["headers"]["Limit"];
                    "X-Ratelimit-Remaining": components["headers"]["Remaining"];
                    "X-Ratelimit-Reset": components["headers"]["Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlayPage"];
                };
            };
            400: components["responses"]["BadPage"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["NotAMember"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["DiscordUnreachable"];
            503: components["responses"]["DiscordBusy"];
        };
    };
    recordPlay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the Discord guild.
                 * @example 526196711962705925
                 */
                GUILDID: components["parameters"]["guild"];
            };
            cookie?: never;
        };
        /** @description What was played. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPlay"];
            };
        };
        responses: {
            /** @description The play is recorded. Its entry in the log. */
            201: {
                headers: {
                    "X-Ratelimit-Limit": components["headers"]["Limit"];
                    "X-Ratelimit-Remaining": components["headers"]["Remaining"];
                    "X-Ratelimit-Reset": components["headers"]["Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Play"];
                };
            };
            400: components["responses"]["BadPlay"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["NotAMember"];
            404: components["responses"]["SoundNotFound"];
            413: components["responses"]["PlayTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["DiscordUnreachable"];
            503: components["responses"]["DiscordBusy"];
        };
    };
    listPlayCounts: {
        parameters: {
            query?: {
                /**
                 * @description How many entries the page may have; 1000, where nothing is said, and never more than 10000.
                 * @example 50
                 */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                /**
                 * @description The id of the Discord guild.
                 * @example 526196711962705925
                 */
                GUILDID: components["parameters"]["guild"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sounds and their counts. */
            200: {
                headers: {
                    "X-Ratelimit-Limit": components["headers"]["Limit"];
                    "X-Ratelimit-Remaining": components["headers"]["Remaining"];
                    "X-Ratelimit-Reset": components["headers"]["Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlayCountPage"];
                };
            };
            400: components["responses"]["BadLimit"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["NotAMember"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["DiscordUnreachable"];
            503: components["responses"]["DiscordBusy"];
        };
    };
}

export interface security {
    startTokenSignIn: never;
    finishTokenSignIn: never;
    startWebSignIn: never;
    finishWebSignIn: never;
    listSounds: 'soundboardBasic' | 'soundboardCookies';
    getSound: 'soundboardBasic' | 'soundboardCookies';
    uploadSound: 'soundboardBasic' | 'soundboardCookies';
    deleteSound: 'soundboardBasic' | 'soundboardCookies';
    listPlays: 'soundboardBasic' | 'soundboardCookies';
    recordPlay: 'soundboardBasic' | 'soundboardCookies';
    listPlayCounts: 'soundboardBasic' | 'soundboardCookies';
}
