"""The phrases that point elsewhere, by kind, and the phrases that silence them.

Each phrase is a regular expression over a text in small letters with single spaces; it begins and ends at a
word's edge. A row of QUIET that begins where another would, or before it, takes its words out of the search.
No phrase has groups with names, and none reaches further than one sentence.
"""

# ruff: noqa: E501 (a phrase is read whole)

_NEAR = r"[^.!?]{0,40}?"
_VIOLENT = r"(?:knife|knives|gun|machete|firearm|axe|sword|crowbar|hammer|weapon)(?! (?:shop|club|dealer|cabinet|amnesty|bin|crime|arch|surrender|sweep|licen))"
_SOMEBODY = (
    r"(?:(?:he|she|someone|somebody)(?:'s| is| has)|(?:they|we)(?:'re| are)|"
    r"(?:a|the|this|my|our) (?:man|woman|boy|girl|lad|bloke|male|female|child|kid|neighbour|customer|driver) "
    r"(?:is|has)|i(?:'m| am))"
)
_NOW = r"(?:right now|happening now|as i (?:type|write|speak)|as we speak|this (?:very )?(?:minute|second|moment))"
_UNDER_WAY = (
    r"(?:being (?:attacked|assaulted|robbed|beaten|chased|followed|stabbed|held)|breaking in|"
    r"attacking (?:someone|somebody|people|him|her|them|me|us)|smashing|fighting|kicking off|on fire|armed)"
)
_COLLEAGUE = (
    r"(?:(?:my|our|a|another|one of (?:my|our|the)) (?:own )?"
    r"(?:colleagues?|work ?mates?|team ?mates?|crew ?mate|sergeants?|sgt|sarge|skipper|guv|gaffer|inspector|insp|"
    r"supervisors?|line manager|manager|boss|fellow officers?|tutor)"
    r"(?: (?:on|in|from) (?:my|our|the) (?:own )?(?:team|shift|relief|unit|station|response team))?)"
)
_LOVED = (
    r"(?:my (?:husband|wife|partner|boyfriend|girlfriend|ex|ex-partner|ex-husband|ex-wife|dad|father|mum|"
    r"mother|son|brother))"
)
_GOODS = (
    r"(?:drugs|cocaine|coke|heroin|crack|cannabis|weed|ketamine|guns?|firearms?|pills|spice|stolen goods)"
)
_SOON = (
    r"(?:tonight|tomorrow|this (?:afternoon|evening|weekend)|later today|"
    r"(?:on|this|next) (?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_HABIT = r"(?:every|each|most|usually|often|sometimes|regularly|whenever|keeps? happening|when (?:there|someone|a))"

QUIET = (
    # What people are quoted as saying, in training or in a call.
    (
        r"(?:people|callers|patients|residents|victims|young people|students|officers|members of the public|those) "
        r"(?:who |that |often |will |may |might )*(?:say|says|said|saying|tell us|told us|report|feel|ask)[^.!?]{0,90}"
    ),
    r"(?:if|when|whenever|unless) (?:someone|somebody|a person|a child|a caller|people|he|she|they|you)\b[^.!?]{0,90}",
    r"(?:signs?|leaflets?|posters?|cards?|scripts?|message|text) (?:that )?(?:says?|saying|reading)[^.!?]{0,90}",
    # What happens again and again is a problem for the Hub.
    rf"(?!i\b)(?:there(?:'s| is| are)|{_SOMEBODY}) {_NEAR}\b{_HABIT}[^.!?]*",
    rf"{_HABIT} [^.!?]{{0,60}}\b(?:someone|somebody|they|there)(?:'s| is| are|'re)[^.!?]*",
    r"(?:we|i|officers|they) need [^.!?]{0,30}now more than ever",
    r"my mental health (?:team|colleagues?|partners?|training|lead|triage|nurse|worker|course|role|idea|project|car)",
    r"(?:killed|killing) myself (?:laughing|with laughter)",
    r"(?:i |we |they |nobody )?(?:really |just )?(?:can't|cannot|can not|can) (?:cope|carry on|go on) (?:with|without|until|to|paying|using|as a)",
    # About conduct in general, not about somebody.
    (
        r"(?:reduc|prevent|tackl|address|discuss)(?:e|ing) (?:the )?(?:racism|sexism|misogyny|corruption|bullying)"
        r"[^.!?]{0,60}"
    ),
    r"(?:intel|intelligence)[- ](?:led|based|picture|products?|gaps?|analysts?|team|unit|desk|system|reports?|cycle)",
)

EMERGENCY = (
    (
        rf"there(?:'s| is| are) (?:a |an |some )?(?:man|men|woman|women|boy|girl|lads?|person|people|someone|somebody|"
        rf"male|males|youths?|kids?|group|gang){_NEAR}(?:with|holding|waving|carrying) (?:a |an )?{_VIOLENT}"
    ),
    rf"(?:he|she|someone|somebody)(?:'s| has|'s got| has got) (?:got )?(?:a |an ){_VIOLENT}",
    rf"{_NOW}[^.!?]{{0,60}}{_UNDER_WAY}",
    rf"{_UNDER_WAY}[^.!?]{{0,60}}{_NOW}",
    rf"{_SOMEBODY} {_NEAR}(?:breaking in|breaking into (?:my|our)|trying to (?:break|get) in(?:to (?:my|our|the|a))?)",
    r"i(?:'m| am) being (?:attacked|assaulted|followed|chased|robbed|threatened|held|beaten)",
    r"(?:is|are|'s|'re) (?:attacking|stabbing|strangling|beating|threatening|chasing|following) (?:me|us)",
    rf"{_SOMEBODY} (?:going|trying|about|threatening) to (?:kill|stab|shoot|attack|jump|hurt (?:me|him|her|us|them))",
    r"just (?:been (?:stabbed|shot|run over|knocked down|attacked by)|collapsed|overdosed)",
    (
        r"(?:someone|somebody|he|she|a man|a woman|a child)(?: has| is|'s) "
        r"(?:collapsed|overdosed|unconscious|bleeding badly)"
    ),
    r"(?:is not|isn't|not|stopped) breathing",
    r"officer down",
    (
        r"(?:officer|i|we|colleague) (?:needs?|requires?) (?:urgent |immediate |emergency )?(?:assistance|backup|back-up|"
        r"an ambulance|police|help) (?:now|right now|immediately|urgently|asap|quickly)"
    ),
    r"urgent assistance (?:required|needed|please)",
    (
        r"(?:please |can you |can someone )?(?:send|call|ring|get) (?:me |us )?(?:an ambulance|the police|999|help|units|"
        r"backup|officers)(?: here)? (?:now|please|quickly|quick|immediately|straight away|asap)"
    ),
    r"(?:please|can you|can someone|somebody) (?:send|call|ring|get) (?:me |us )?(?:an ambulance|the police|999)",
    r"(?:house|home|flat|building|car|shop|school|van|place|neighbour's) (?:is|'s) on fire",
    r"there(?:'s| is) (?:a bomb|an active shooter|a fire (?:at|in)|somebody screaming|someone screaming)",
    r"(?:my|our) (?:son|daughter|child|little boy|little girl|mum|dad|mother|father) (?:is|has gone|'s) missing",
    r"(?:i(?:'m| am)|he(?:'s| is)|she(?:'s| is)|they(?:'re| are)|someone is) in (?:immediate |imminent )?danger",
)

WELLBEING = (
    (
        r"i(?: really| just| sometimes| often| only|'d rather)* (?:want|wish|wanted|need|plan|intend) to (?:die|be dead|"
        r"end it(?: all)?|end my life|disappear|hurt myself|harm myself)"
    ),
    r"(?:kill|killing) myself",
    (
        r"(?:i(?:'m| am|'ve been| have been) |going to |want to |thinking (?:about|of) |thoughts? of |urge to |"
        r"feel like |started )(?:hurt|harm|cutt?|self[- ]harm)(?:ing)?(?: myself)?"
    ),
    r"i(?:'m| am|'ve been| have been)? ?(?:feel|felt|feeling)? ?(?:so |really |quite |a bit |very )*suicidal",
    r"(?:end|ending|take|taking) my (?:own )?life",
    r"i(?: really| just)? (?:don't|do not|no longer) want to (?:be here any ?more|be alive|live|wake up|exist|go on)",
    r"better off (?:without me|if i (?:was|were)(?:n't| not| dead))",
    r"no (?:point|reason)(?: in)? (?:living|to live|going on|carrying on living)",
    (
        r"i (?:really |just )?(?:can't|cannot|can not) (?:go on|cope|carry on|take (?:it|this|any ?more)|do this any ?more)"
        r"(?: any ?more| any longer| like this)?"
    ),
    (
        r"i(?:'m| am) (?:really |just |so |completely )*(?:not coping|not ok|not okay|burnt out|burned out|depressed|"
        r"having a breakdown|at breaking point|struggling to cope|falling apart|struggling with my|drinking too much|"
        r"drinking to cope)"
    ),
    r"(?:about|with|for|because of|and|that)? ?my own (?:mental health|wellbeing|safety|drinking)",
    r"my (?:mental health|depression|ptsd|anxiety) (?:is|has|isn't|has been|keeps|got)",
    r"i (?:keep |still |often )?(?:have|having|get|getting) (?:nightmares|flashbacks|panic attacks)",
    r"i (?:keep crying|cry (?:before|after|every|on the way))",
    r"i (?:haven't|have not) slept (?:properly )?(?:for|in) (?:days|weeks|months)",
    (
        rf"{_LOVED} (?:keeps |has |is |often |sometimes )*(?:hits|hitting|hit|beats|beating|hurts|hurting|threatens|"
        r"threatening|strangled|abuses|abusing|abused|violent|abusive|controls|controlling)(?: me| to me| towards me)?"
    ),
    (
        rf"i(?:'m| am) (?:so |really )?(?:scared|afraid|frightened|terrified) (?:of {_LOVED}|to go home|at home|"
        r"for my (?:own )?(?:life|safety)|to go to work|to come to work)"
    ),
    r"i (?:don't|do not|no longer) feel safe (?:at home|at work|on shift|any ?more|in my own|with)",
    r"i (?:was|have been|'ve been|got) (?:raped|sexually assaulted|abused by)",
)

STANDARDS = (
    (
        rf"{_COLLEAGUE} (?:\w+ ){{0,3}}?(?:bullies|bullied|harasses|harassed|groped|touched me|assaulted (?:me|a)|"
        r"takes bribes|took (?:a bribe|bribes|cash|money)|stole|steals|lied|lies (?:on|in|about)|planted|leaked|leaks|"
        r"screams at|shouts at|swears at|falsified|sends me|looks up|looked up)"
    ),
    (
        rf"{_COLLEAGUE} (?:is|was|has been|keeps|keeps on|are) (?:\w+ )?(?:bullying|harassing|racist|sexist|homophobic|"
        r"misogynist|corrupt|stealing|lying|drunk on duty|drunk at work|drinking on (?:duty|shift)|taking drugs|"
        r"using drugs|leaking|abusing|falsifying|inappropriate|making (?:racist|sexist|homophobic|sexual|inappropriate)|"
        r"sleeping with|taking (?:bribes|cash)|selling (?:information|drugs)|touching|picking on me|undermining me)"
    ),
    (
        r"(?:bullied|harassed|groped|assaulted|belittled|victimised|discriminated against) by "
        rf"{_COLLEAGUE}"
    ),
    (
        r"(?:complain|complaint|grievance|concerns?|allegation|whistle-?blow|speak up|blow the whistle)"
        rf"(?:ing)? (?:about|against|on) {_COLLEAGUE}(?!'s? \w)"
    ),
    rf"(?:report|reporting) {_COLLEAGUE} (?:for|because|who|to)",
    (
        r"(?:an|the|that|this|another) (?:officer|pc|sergeant|detective)(?: (?:on|in|from) (?:my|our) (?:\w+ )?(?:team|shift|"
        r"unit|station|relief)) (?:\w+ ){0,3}?(?:is|was|has been|keeps|made|took|takes|sent|stole|lied)"
    ),
    (
        r"(?:racism|sexism|bullying|misogyny|corruption|misconduct|racist (?:jokes|comments)|sexist (?:jokes|comments)) "
        r"(?:in|on|within|from) my (?:own )?(?:team|shift|unit|relief|sergeant|inspector|boss|supervisor|line manager)"
    ),
    (
        r"(?:i(?:'m| am) being|i(?:'ve| have) been|i was|i get) (?:\w+ )?(?:bullied|harassed|picked on) "
        r"(?:at work|by (?:my|a|the|our))"
    ),
    r"(?:gross misconduct|misconduct) by (?:a|my|our|an) (?:colleague|officer|sergeant|supervisor|inspector)",
)

INTELLIGENCE = (
    (
        r"(?:i(?:'ve| have)(?: got)?|i got|here(?:'s| is)|passing on|(?:want|need|like) to (?:report|share|submit|pass on|"
        r"log)|received) (?:some |live |fresh |new |good |a bit of |a piece of )*(?:intel|intelligence)"
    ),
    (
        r"(?:my|an|our|the|a) (?:reliable |trusted |anonymous |good )?(?:informant|chis|source|snout) "
        r"(?:says|said|told|tells|reports|reckons|has (?:told|said)|heard|mentioned)"
    ),
    (
        rf"(?:is|are|he's|she's|they're|been) (?:dealing|selling|supplying|stashing|keeping|hiding|storing|growing) "
        rf"(?:\w+ ){{0,2}}?{_GOODS}(?: \w+){{0,3}}? (?:from|at|in|out of|inside|under|behind) "
        r"(?:number|no|flat|a flat|his|her|their|\d+\w?)"
    ),
    (
        rf"(?:called|named|known as|nicknamed|goes by) \w+(?: \w+)?(?: (?:is|who|has|from|at|,))*{_NEAR}"
        rf"(?:dealing|selling|supplying|running|moving|holding) (?:\w+ ){{0,2}}?{_GOODS}"
    ),
    (
        rf"(?:{_GOODS}|cash|burglary|robbery|raid|shipment|drop|handover|fight|ride-?out|deal)"
        rf" {_NEAR}(?:planned for|going down|happening|coming in|due|arriving|taking place|handed over|dropped off) "
        rf"{_SOON}"
    ),
    (
        rf"(?:planning|plans|going|about|gonna) to (?:rob|burgle|raid|shoot|stab|smuggle|torch|firebomb|attack|hit|do over)"
        rf" [^.!?]{{0,60}}{_SOON}"
    ),
    (
        r"i know (?:who|where|which) (?:\w+ ){0,5}?(?:did it|did the|is hiding|is dealing|is selling|keeps? (?:the|his|her|"
        r"their)|stash(?:es|ed)?|hides?|hid|stole|is staying|are staying|robbed|burgled|shot|stabbed)"
    ),
    (
        rf"(?:hiding|hidden|stashed|stashing|buried) {_NEAR}(?:in|at|under|behind) (?:his|her|their) "
        r"(?:house|flat|garage|shed|loft|car|van|garden)"
    ),
    rf"(?:his|her|their) (?:house|flat|garage|shed|loft|car|van) (?:is full of|has|holds) (?:\w+ )?{_GOODS}",
    (
        r"(?:wanted (?:man|woman|person|male)|suspect|wanted for) [^.!?]{0,60}(?:is|are) (?:hiding|staying|living|sleeping) "
        r"(?:at|in|with)"
    ),
)

RULES = (
    ("quiet", QUIET),
    ("emergency", EMERGENCY),
    ("wellbeing", WELLBEING),
    ("standards", STANDARDS),
    ("intelligence", INTELLIGENCE),
)
"""All of it, in the order in which it is tried where two begin at the same word."""
