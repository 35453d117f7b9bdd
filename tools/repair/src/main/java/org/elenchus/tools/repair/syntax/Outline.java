package org.elenchus.tools.repair.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file offers by name, read from its text without parsing.
 *
 * @param methods in order of place
 * @param constants name → type, in order of place
 * @param ancestors simple names of what its classes extend
 */
record Outline(List<Ingredients.Signature> methods, Map<String, String> constants, List<String> ancestors) {
    private static final Pattern METHOD = Pattern.compile(
            "(?m)^ {2,8}((?:(?:public|protected|static|final|synchronized) ++)*+)(?:<[^>\\n]*> ++)?([\\w.]+(?:<[^(\\n;=]*>)?(?:\\[])*) ++(\\w+)\\(([^()]{0,300})\\)[^;{=]{0,200}\\{");
    private static final Pattern CONSTANT = Pattern.compile(
            "(?m)^ {2,8}(?:(?:public|static|final) ++){2,3}([\\w.]+(?:\\[])*) ++([A-Z][A-Z0-9_]*+) *+=");
    private static final Pattern EXTENDS = Pattern.compile("\\bclass \\w+[^{;]*?\\bextends (\\w+)");

    static Outline of(String text) {
        return new Outline(List.copyOf(methods(text)), constants(text), List.copyOf(ancestors(text)));
    }

    private static Map<String, String> constants(String text) {
        Map<String, String> constants = new LinkedHashMap<>();
        Matcher constant = CONSTANT.matcher(text);
        while (constant.find()) {
            constants.put(constant.group(2), constant.group(1));
        }
        return Collections.unmodifiableMap(constants);
    }

    private static List<String> ancestors(String source) {
        List<String> names = new ArrayList<>();
        Matcher matcher = EXTENDS.matcher(source);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static List<Ingredients.Signature> methods(String source) {
        List<Ingredients.Signature> methods = new ArrayList<>();
        Matcher matcher = METHOD.matcher(source);
        while (matcher.find()) {
            String returns = matcher.group(2);
            if (!returns.equals("return") && !returns.equals("new") && !returns.equals("else")) {
                methods.add(new Ingredients.Signature(
                        matcher.group(3),
                        parameters(matcher.group(4)),
                        returns,
                        matcher.group(1).contains("static")));
            }
        }
        return methods;
    }

    /** Types of a parameter list; a generic type that holds commas is left as one. */
    private static List<String> parameters(String list) {
        List<String> types = new ArrayList<>();
        int depth = 0;
        StringBuilder one = new StringBuilder();
        for (char c : (list + ",").toCharArray()) {
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == ',' && depth == 0) {
                String parameter = one.toString().strip().replaceFirst("^(?:@\\w+ +)*(?:final +)?", "");
                int name = parameter.lastIndexOf(' ');
                if (name > 0) {
                    types.add(parameter.substring(0, name).strip().replace("...", "[]"));
                }
                one.setLength(0);
            } else {
                one.append(c);
            }
        }
        return List.copyOf(types);
    }
}
