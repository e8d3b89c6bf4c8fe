internal import CLibXML2

extension XMLReadError {
    static let documentType = "it holds a DOCTYPE"
    static let tooDeep = "its elements are nested too deep"
    static let longText = "a text in it is longer than 10 MB"
    static let longTag = "a tag or comment in it is longer than 256 KiB"
    static let manyAttributes = "an element in it has more than 256 attributes"
    static let cut = "it ends before its last tag"
    static let badCharacter = "it holds a character that its encoding or XML does not allow"
    static let wideUnits = "it is written in UTF-32, which is not read"

    /// What the parser found wrong, as a clause; nil when it only warns.
    ///
    /// An encoding that is not known is a warning to some versions of libxml2, which then guess.
    static func reason(_ error: xmlError) -> String? {
        let code = xmlParserErrors(UInt32(error.code))
        switch code {
        case XML_ERR_UNSUPPORTED_ENCODING, XML_ERR_UNKNOWN_ENCODING:
            let name = error.str1.map { " " + String(cString: $0).prefix(longestEncodingName) } ?? ""
            return "its encoding\(name) is not known here"
        case _ where error.level.rawValue <= XML_ERR_WARNING.rawValue: return nil
        case XML_ERR_DOCUMENT_EMPTY: return "it is not XML"
        case XML_ERR_DOCUMENT_END: return "something stands behind its last tag"
        // libxml2 does not tell a byte that its encoding does not know from a character that XML does not.
        case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_CHARREF, XML_ERR_INVALID_ENCODING, XML_I18N_CONV_FAILED:
            return badCharacter
        case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY: return "it names an entity that XML does not have"
        case XML_ERR_TAG_NAME_MISMATCH: return "a tag in it is closed by another"
        case XML_ERR_ATTRIBUTE_REDEFINED: return "an element in it has one attribute twice"
        case XML_NS_ERR_UNDEFINED_NAMESPACE: return "a prefix in it stands for no namespace"
        default: return "it is not well-formed XML (\(error.code))"
        }
    }

    /// Longer than any name that the registry of character sets has.
    private static let longestEncodingName = 45
}
