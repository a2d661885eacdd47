// Generated from openapi/coding.yaml by npm run generate. Change the document instead.

export interface paths {
    "/activity/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report what is being worked on
         * @description Begins, extends or ends the caller's running session, of which a person has one, whatever the number of editors.
         *
         *     - No session is running, or the last heartbeat is more than 900 seconds old: the old session, if any, is stored
         *       as it stood at its last heartbeat, and a new one begins. The answer is `0`.
         *     - The four members equal those of the last heartbeat: the session is extended to now, the gap included. The
         *       answer is its length as an ISO 8601 duration in seconds, such as `PT31.5S`.
         *     - Any of them differs: the running session is stored, up to now if its last heartbeat is less than 30 seconds
         *       old, else up to that heartbeat; a new one begins. The answer is `0`. Two editors that work on different things
         *       at the same time therefore end each other's sessions.
         *
         *     A member left out is null; an empty text is not. A project whose name begins with `tmp.` is called `tmp`.
         *     A heartbeat that was answered is stored durably.
         */
        post: operations["recordHeartbeat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/activity/flush": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the running session
         * @description Stores the caller's running session as it stood at its last heartbeat, so that it shows in the data at once. Send it when the editor closes. Without a running session nothing happens, and the answer is the same. A body, and its content type, are ignored.
         */
        post: operations["flushSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{username}/activity/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a person's stored sessions
         * @description The sessions of the caller or of one of the caller's friends, in the order in which they began. The running
         *     session is not among them until it is stored.
         *
         *     Every parameter narrows the list; a session has to satisfy all that are given. Texts are compared exactly, case
         *     included; an empty one asks for sessions with an empty text, and there is none that asks for null. `from` after
         *     `to` gives an empty list. There are no pages: ask for a stretch of time with `from` and `to`.
         */
        get: operations["listCodingSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/@me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the caller
         * @description The account that the token belongs to. Editors ask for it to find out whether a token works, and whose it is.
         */
        get: operations["getCodingUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an account
         * @description Makes an account and signs it in. The name may be chosen if nobody has it in any case. Of two that register one name at once, one gets it. An `Authorization` header is ignored.
         */
        post: operations["registerCodingUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a token
         * @description Answers a new token for the account; those given out before keep working, 100 in all. Whether the name or the password was wrong is not told, neither in words nor by the time taken. The name may be written in any case. An `Authorization` header is ignored.
         */
        post: operations["signInCodingUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/changepassword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the password
         * @description Sets a new password for the caller, who has to know the old one. Tokens keep working; to end them, call `POST /users/regenerate` as well.
         */
        post: operations["changeCodingPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/regenerate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End all tokens for a new one
         * @description Ends every token of the caller at once, the one in use included, and answers a new one. For a person whose token has become known to others. A body is ignored.
         */
        post: operations["regenerateCodingToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/friends/add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Befriend the holder of a code
         * @description Makes the caller and the person with this friend code friends of each other, at once: knowing the code is enough. The body is the bare code in UTF-8, under whatever content type; white space around it and the prefix `ttfc_` do not matter.
         */
        post: operations["addCodingFriend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/friends/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the caller's friends
         * @description The names of everybody whose sessions the caller may see and who may see the caller's, in the order in which they became friends.
         */
        get: operations["listCodingFriends"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/friends/regenerate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the friend code
         * @description Gives the caller a new friend code and ends the old one. Those who are friends already stay friends. A body is ignored.
         */
        post: operations["regenerateFriendCode"];
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
        /** @description What is being worked on. Whatever the editor does not know is null or left out. */
        Heartbeat: {
            /** @description The project. A name that begins with `tmp.` becomes `tmp`. */
            project_name?: string | null;
            /** @description The programming language, as the editor calls it. */
            language?: string | null;
            /** @description The editor. */
            editor_name?: string | null;
            /** @description The machine. */
            hostname?: string | null;
        };
        /** @description `0` for a session that just began, else its length as an ISO 8601 duration in seconds. */
        SessionLength: string;
        /**
         * Format: int64
         * @description Seconds since the beginning of 1970 in UTC.
         */
        UnixSeconds: number;
        /** @description A stretch of work on one thing. What its heartbeats left out is null. */
        CodingSession: {
            /** @description The programming language. */
            language: string | null;
            /** @description The machine. */
            hostname: string | null;
            /** @description The editor. */
            editor_name: string | null;
            /** @description The project. */
            project_name: string | null;
            /**
             * Format: int64
             * @description When the session began, in Unix seconds, rounded down.
             */
            start_time: number;
            /**
             * Format: int32
             * @description How long the session lasted, in whole seconds, rounded down. That of a lone heartbeat lasted 0, unless another session began within 30 seconds.
             */
            duration: number;
        };
        /** @description An account, as its owner sees it. */
        CodingUser: {
            /**
             * Format: int32
             * @description The account's number.
             */
            id: number;
            /** @description The name, in the case in which it was registered. */
            user_name: string;
            /** @description The same as `user_name`, for clients of later versions. */
            username: string;
            /** @description The code by which others befriend this person, without its prefix `ttfc_`. */
            friend_code: string;
            /**
             * Format: date-time
             * @description When the account was made, in UTC.
             */
            registration_time: string;
        };
        /** @description The name and the password of an account to be made. */
        Registration: {
            /** @description The password, of 8 to 128 characters. */
            password: string;
            /** @description The name that friends see. */
            username: string;
        };
        /** @description The name and the password of an account. */
        SignIn: {
            /** @description The password. One that cannot be anybody's is wrong, not malformed, up to 128 characters. */
            password: string;
            /** @description The name, in any case. One that cannot be anybody's is wrong, not malformed, up to 255 characters. */
            username: string;
        };
        /** @description The new password, and the old one as proof. */
        PasswordChange: {
            /** @description The password from now on, of 8 to 128 characters. */
            new: string;
            /** @description The password until now. */
            old: string;
        };
        /** @description A token, bare. */
        Token: string;
        /** @description A friend code as it is shown to people. */
        PrefixedFriendCode: string;
        /** @description What went wrong. */
        Error: {
            /** @description What went wrong, in a sentence that may be shown to a person. */
            error: string;
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
        /** @description The body is not JSON, or breaks a rule. */
        BadHeartbeat: {
            headers: {
                "ratelimit-limit": components["headers"]["RateLimitLimit"];
                "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                "ratelimit-reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A query parameter is repeated, or not of its type. */
        BadFilter: {
            headers: {
                "ratelimit-limit": components["headers"]["RateLimitLimit"];
                "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                "ratelimit-reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not JSON, or breaks a rule. */
        BadRegistration: {
            headers: {
                "ratelimit-limit": components["headers"]["RateLimitLimit"];
                "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                "ratelimit-reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not JSON, or cannot be a name and a password. */
        BadSignIn: {
            headers: {
                "ratelimit-limit": components["headers"]["RateLimitLimit"];
                "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                "ratelimit-reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not JSON, or the new password breaks the rule. */
        BadPasswordChange: {
            headers: {
                "ratelimit-limit": components["headers"]["RateLimitLimit"];
                "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                "ratelimit-reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not UTF-8, or has characters that no text may have. */
        BadFriendCode: {
            headers: {
                "ratelimit-limit": components["headers"]["RateLimitLimit"];
                "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                "ratelimit-reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The token is missing or unknown. */
        Unauthorized: {
            headers: {
                "ratelimit-limit"?: components["headers"]["RateLimitLimitIfCounted"];
                "ratelimit-remaining"?: components["headers"]["RateLimitRemainingIfCounted"];
                "ratelimit-reset"?: components["headers"]["RateLimitResetIfCounted"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The token is missing or unknown, or the person is not a friend of the caller. */
        UnauthorizedOrStranger: {
            headers: {
                "ratelimit-limit"?: components["headers"]["RateLimitLimitIfCounted"];
                "ratelimit-remaining"?: components["headers"]["RateLimitRemainingIfCounted"];
                "ratelimit-reset"?: components["headers"]["RateLimitResetIfCounted"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The token is missing or unknown, or the old password is wrong. */
        UnauthorizedOrWrongPassword: {
            headers: {
                "ratelimit-limit"?: components["headers"]["RateLimitLimitIfCounted"];
                "ratelimit-remaining"?: components["headers"]["RateLimitRemainingIfCounted"];
                "ratelimit-reset"?: components["headers"]["RateLimitResetIfCounted"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nobody has this name and this password. */
        WrongCredentials: {
            headers: {
                "ratelimit-limit": components["headers"]["RateLimitLimit"];
                "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                "ratelimit-reset": components["headers"]["RateLimitReset"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The code is the caller's own. */
        OwnFriendCode: {
            headers: {
                "ratelimit-limit": components["headers"]["RateLimitLimit"];
                "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                "ratelimit-reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such person. */
        UserNotFound: {
            headers: {
                "ratelimit-limit": components["headers"]["RateLimitLimit"];
                "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                "ratelimit-reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Somebody has this name, perhaps in another case. */
        UserExists: {
            headers: {
                "ratelimit-limit": components["headers"]["RateLimitLimit"];
                "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                "ratelimit-reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The two are friends already. */
        AlreadyFriends: {
            headers: {
                "ratelimit-limit": components["headers"]["RateLimitLimit"];
                "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                "ratelimit-reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description None of the media types of any answer is allowed by `Accept`. */
        NotAcceptable: {
            headers: {
                "ratelimit-limit": components["headers"]["RateLimitLimit"];
                "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                "ratelimit-reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than 2 MiB. */
        PayloadTooLarge: {
            headers: {
                "ratelimit-limit": components["headers"]["RateLimitLimit"];
                "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                "ratelimit-reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than 256 KiB. */
        FriendCodeTooLarge: {
            headers: {
                "ratelimit-limit": components["headers"]["RateLimitLimit"];
                "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                "ratelimit-reset": components["headers"]["RateLimitReset"];
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
                "ratelimit-limit": components["headers"]["RateLimitLimit"];
                "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                "ratelimit-reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is in another charset than UTF-8, or compressed. */
        FriendCodeCompressed: {
            headers: {
                "ratelimit-limit": components["headers"]["RateLimitLimit"];
                "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                "ratelimit-reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The limit is used up. Nothing was done; try again after `Retry-After`. */
        TooManyRequests: {
            headers: {
                "ratelimit-limit": components["headers"]["RateLimitLimit"];
                "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                "ratelimit-reset": components["headers"]["RateLimitReset"];
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
                "ratelimit-limit"?: components["headers"]["RateLimitLimitIfCounted"];
                "ratelimit-remaining"?: components["headers"]["RateLimitRemainingIfCounted"];
                "ratelimit-reset"?: components["headers"]["RateLimitResetIfCounted"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * @description How many requests fit into the window.
         * @example 10
         */
        RateLimitLimit: number;
        /**
         * @description How many further requests would be let through at once; all of them where the limits are lifted.
         * @example 9
         */
        RateLimitRemaining: number;
        /**
         * @description Whole seconds until the next request is free, 0 while any remain.
         * @example 0
         */
        RateLimitReset: number;
        /**
         * @description How many requests fit into the window. Absent if the request ended before it was counted.
         * @example 10
         */
        RateLimitLimitIfCounted: number;
        /**
         * @description How many further requests would be let through at once. Absent if the request ended before it was counted.
         * @example 9
         */
        RateLimitRemainingIfCounted: number;
        /**
         * @description Whole seconds until the next request is free, 0 while any remain. Absent if the request ended before it was counted.
         * @example 0
         */
        RateLimitResetIfCounted: number;
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
    recordHeartbeat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Heartbeat"];
            };
        };
        responses: {
            /** @description The heartbeat is stored. The length of the session so far. */
            200: {
                headers: {
                    "ratelimit-limit": components["headers"]["RateLimitLimit"];
                    "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                    "ratelimit-reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": components["schemas"]["SessionLength"];
                };
            };
            400: components["responses"]["BadHeartbeat"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    flushSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No session is running any more. The body is empty. */
            200: {
                headers: {
                    "ratelimit-limit": components["headers"]["RateLimitLimit"];
                    "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                    "ratelimit-reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listCodingSessions: {
        parameters: {
            query?: {
                /**
                 * @description Only sessions in this language.
                 * @example typescript
                 */
                language?: string;
                /**
                 * @description Only sessions in this editor.
                 * @example Neovim
                 */
                editor?: string;
                /**
                 * @description The same as `editor`, by its later name. Given both, a session has to match both.
                 * @example Neovim
                 */
                editor_name?: string;
                /**
                 * @description Only sessions on this project.
                 * @example guildhall
                 */
                project_name?: string;
                /**
                 * @description Only sessions on this machine.
                 * @example workbench
                 */
                hostname?: string;
                /**
                 * @description Only sessions of at least so many seconds. With 1, those of less than a second are left out, such as most of a lone heartbeat; 0 and negative values leave out none.
                 * @example 1
                 */
                min_duration?: number;
                /**
                 * @description Only sessions that began at this time or later, in Unix seconds.
                 * @example 1647648000
                 */
                from?: components["schemas"]["UnixSeconds"];
                /**
                 * @description Only sessions that began at this time or earlier, in Unix seconds.
                 * @example 1647734399
                 */
                to?: components["schemas"]["UnixSeconds"];
            };
            header?: never;
            path: {
                /** @description The name of the caller or of a friend, in any case, or `@me` for the caller. */
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions, earliest first. */
            200: {
                headers: {
                    "ratelimit-limit": components["headers"]["RateLimitLimit"];
                    "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                    "ratelimit-reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodingSession"][];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["UnauthorizedOrStranger"];
            404: components["responses"]["UserNotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getCodingUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller. */
            200: {
                headers: {
                    "ratelimit-limit": components["headers"]["RateLimitLimit"];
                    "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                    "ratelimit-reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodingUser"];
                };
            };
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    registerCodingUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Registration"];
            };
        };
        responses: {
            /** @description The account is made. Its first token. */
            200: {
                headers: {
                    "ratelimit-limit": components["headers"]["RateLimitLimit"];
                    "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                    "ratelimit-reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": components["schemas"]["Token"];
                };
            };
            400: components["responses"]["BadRegistration"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["UserExists"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    signInCodingUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Signed in. The new token. */
            200: {
                headers: {
                    "ratelimit-limit": components["headers"]["RateLimitLimit"];
                    "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                    "ratelimit-reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": components["schemas"]["Token"];
                };
            };
            400: components["responses"]["BadSignIn"];
            401: components["responses"]["WrongCredentials"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    changeCodingPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description The password is changed. The body is empty. */
            200: {
                headers: {
                    "ratelimit-limit": components["headers"]["RateLimitLimit"];
                    "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                    "ratelimit-reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadPasswordChange"];
            401: components["responses"]["UnauthorizedOrWrongPassword"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    regenerateCodingToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All earlier tokens are ended. The only one that works. */
            200: {
                headers: {
                    "ratelimit-limit": components["headers"]["RateLimitLimit"];
                    "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                    "ratelimit-reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": components["schemas"]["Token"];
                };
            };
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    addCodingFriend: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The friend code, with or without `ttfc_`. */
        requestBody: {
            content: {
                "*/*": string;
            };
        };
        responses: {
            /** @description The two are friends. The body is empty. */
            200: {
                headers: {
                    "ratelimit-limit": components["headers"]["RateLimitLimit"];
                    "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                    "ratelimit-reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadFriendCode"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["OwnFriendCode"];
            404: components["responses"]["UserNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["AlreadyFriends"];
            413: components["responses"]["FriendCodeTooLarge"];
            415: components["responses"]["FriendCodeCompressed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listCodingFriends: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The friends' names. */
            200: {
                headers: {
                    "ratelimit-limit": components["headers"]["RateLimitLimit"];
                    "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                    "ratelimit-reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    regenerateFriendCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The old code is ended. The new one, with its prefix. */
            200: {
                headers: {
                    "ratelimit-limit": components["headers"]["RateLimitLimit"];
                    "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                    "ratelimit-reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": components["schemas"]["PrefixedFriendCode"];
                };
            };
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
}

export interface security {
    recordHeartbeat: 'codingToken';
    flushSession: 'codingToken';
    listCodingSessions: 'codingToken';
    getCodingUser: 'codingToken';
    registerCodingUser: never;
    signInCodingUser: never;
    changeCodingPassword: 'codingToken';
    regenerateCodingToken: 'codingToken';
    addCodingFriend: 'codingToken';
    listCodingFriends: 'codingToken';
    regenerateFriendCode: 'codingToken';
}
