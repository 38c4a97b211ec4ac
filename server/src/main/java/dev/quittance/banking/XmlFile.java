package dev.quittance.banking;

import dev.quittance.uploads.FileRefused;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML without document types and entities: it can neither reach out nor blow up. */
final class XmlFile {
    private static final int DEEPEST = 40;
    private static final int LONGEST_TEXT = 100_000;
    private static final int MOST_CHILDREN = 200_000;
    private final XMLStreamReader reader;

    XmlFile(InputStream in) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver(
                (_, _, _, _) -> {
                    throw new XMLStreamException("refused");
                });
        try {
            reader = factory.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** Goes on to the next beginning of an element; false at the end of the file. */
    boolean nextElement() {
        while (has()) {
            if (next() == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    String name() {
        return reader.getLocalName();
    }

    String namespace() {
        return String.valueOf(reader.getNamespaceURI());
    }

    int line() {
        return reader.getLocation().getLineNumber();
    }

    /** Goes on to the next beginning or end below the present element; false at its end. */
    boolean nextChild() {
        while (has()) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
        return false;
    }

    /** The whole of the present element. */
    XmlNode read() {
        return read(0);
    }

    private XmlNode read(int depth) {
        if (depth > DEEPEST) {
            throw new FileRefused(line(), name(), "elements are nested too deeply.");
        }
        var name = name();
        int line = line();
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        var text = new StringBuilder();
        var children = new ArrayList<XmlNode>();
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(read(depth + 1));
            } else if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            }
            if (text.length() > LONGEST_TEXT || children.size() > MOST_CHILDREN) {
                throw new FileRefused(line, name, "the element is too large.");
            }
        }
        return new XmlNode(name, text.toString(), attributes, children, line);
    }

    private boolean has() {
        try {
            return reader.hasNext();
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private int next() {
        try {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new FileRefused(
                        line(),
                        null,
                        "there is a document type or an entity, which no bank statement has.");
            }
            return event;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private static FileRefused broken(XMLStreamException cause) {
        var at = cause.getLocation();
        return new FileRefused(
                at == null ? 1 : Math.max(1, at.getLineNumber()),
                null,
                "this is no well-formed XML. Ask the bank for the file anew.");
    }
}
